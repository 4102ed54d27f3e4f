package dev.cloakroom.host.token;

import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Checks tokens that come back. Call both methods in the transaction that acts on their answers. */
public final class TokenVerifier {

    /** How far the clock may go back before tokens from then on count as not yet valid. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final TokenStore store;
    private final KeyRing keys;
    private final Clock clock;

    public TokenVerifier(TokenStore store, KeyRing keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Empty for an unknown, another program's, an expired, a revoked and a used token alike. */
    public Optional<PresentedToken> present(AuthenticatedProgram program, String token) {
        var now = clock.instant();
        store.endExpired(now);
        return store
            .findLive(keys.digest(SecretKind.ACCESS_TOKEN, token), program.id(), now)
            .filter(kept -> !kept.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE)))
            .map(kept -> new PresentedToken(kept, now));
    }

    /** Ends the token with all its uses; false when it has ended meanwhile. */
    boolean end(PresentedToken token) {
        return store.end(token.kept().id(), clock.instant());
    }

    /** Spends one use. Empty when a caveat does not allow the use, or the token has died meanwhile. */
    public Optional<VerifiedToken> spend(
        PresentedToken token,
        String action,
        RecipientId recipient,
        Map<String, String> parameters
    ) {
        var allowed = token.allows(action, recipient, parameters) && store.spend(token.kept().id(), clock.instant());
        return allowed ? Optional.of(new VerifiedToken(token.kept())) : Optional.empty();
    }
}
