package dev.cloakroom.host.token;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Caveat;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the host keeps of a token.
 *
 * @param id random and public: names the token in the ledger, and is worth nothing
 * @param grant the yes that it was minted under; its program, user, scope and purpose are the token's
 * @param caveats with at least one {@link Caveat.ExpiresAt} and one {@link Caveat.MaxUses}
 * @param context the circumstances of the request
 * @param spent how many times it was used
 */
public record TokenRecord(
    String id,
    Grant grant,
    PairwiseSubject subject,
    List<Caveat> caveats,
    RequestContext context,
    Instant issuedAt,
    int spent
) {
    public TokenRecord {
        caveats = List.copyOf(caveats);
    }

    /** The earliest end among the caveats. */
    public Instant expiresAt() {
        return caveats
            .stream()
            .filter(Caveat.ExpiresAt.class::isInstance)
            .map(caveat -> ((Caveat.ExpiresAt) caveat).instant())
            .min(Instant::compareTo)
            .orElseThrow(() -> new IllegalStateException("a token must expire"));
    }

    /** The actions that every caveat about actions allows. */
    public Set<String> actions() {
        return caveats
            .stream()
            .filter(Caveat.ForActions.class::isInstance)
            .map(caveat -> ((Caveat.ForActions) caveat).actions())
            .reduce(TokenRecord::common)
            .orElse(Set.of());
    }

    /** The recipients that every caveat about recipients allows. */
    public Set<RecipientId> recipients() {
        return caveats
            .stream()
            .filter(Caveat.ForRecipients.class::isInstance)
            .map(caveat -> ((Caveat.ForRecipients) caveat).recipients())
            .reduce(TokenRecord::common)
            .orElse(Set.of());
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    /** The smallest count among the caveats. */
    public int maxUses() {
        return caveats
            .stream()
            .filter(Caveat.MaxUses.class::isInstance)
            .mapToInt(caveat -> ((Caveat.MaxUses) caveat).count())
            .min()
            .orElseThrow(() -> new IllegalStateException("a token must have a number of uses"));
    }
}
