package dev.cloakroom.host.scope;

import java.util.Set;

/**
 * Somebody whom the host app trusts with values of some scopes: a courier, a gateway.
 *
 * @param verifiedName what the host vouches for in a consent dialog
 * @param scopes which values it may receive
 * @param hosts the names of the servers that it receives them at; empty when an adapter knows the way
 * @param byDefault it is meant where a program's manifest names nobody for one of its scopes
 */
public record Recipient(RecipientId id, String verifiedName, Set<Scope> scopes, Set<String> hosts, boolean byDefault) {
    public Recipient {
        if (verifiedName.isBlank()) {
            throw new IllegalArgumentException("a recipient needs a verified name");
        }
        scopes = Set.copyOf(scopes);
        hosts = Set.copyOf(hosts);
    }

    /** One that manifests name, and that an adapter reaches. */
    public Recipient(RecipientId id, String verifiedName, Set<Scope> scopes) {
        this(id, verifiedName, scopes, Set.of(), false);
    }
}
