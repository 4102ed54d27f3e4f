package dev.cloakroom.host.token;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.time.Instant;
import java.util.Set;

/**
 * What a token's own program may learn of it: never the value, the host's id of the user or the grant.
 *
 * @param id the token's public id
 * @param usesLeft at least 1
 */
public record Introspection(
    String id,
    PairwiseSubject subject,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    Set<String> actions,
    int usesLeft,
    Instant issuedAt,
    Instant expiresAt
) {
    static Introspection of(TokenRecord kept) {
        var grant = kept.grant();
        return new Introspection(
            kept.id(),
            kept.subject(),
            grant.scope(),
            grant.purpose(),
            kept.recipients(),
            kept.actions(),
            kept.maxUses() - kept.spent(),
            kept.issuedAt(),
            kept.expiresAt()
        );
    }

    @Override
    public String toString() {
        return "Introspection[" + id + "]";
    }
}
