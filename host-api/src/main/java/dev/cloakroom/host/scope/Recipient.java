package dev.cloakroom.host.scope;

import java.util.Set;

/**
 * Somebody whom the host app trusts with values of some scopes: a courier, a gateway.
 *
 * @param verifiedName what the host vouches for in a consent dialog
 * @param scopes which values it may receive
 */
public record Recipient(RecipientId id, String verifiedName, Set<Scope> scopes) {
    public Recipient {
        if (verifiedName.isBlank()) {
            throw new IllegalArgumentException("a recipient needs a verified name");
        }
        scopes = Set.copyOf(scopes);
    }
}
