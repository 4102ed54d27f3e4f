package dev.cloakroom.host.grant;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The yes under which tokens are minted.
 *
 * @param standing later requests that it covers mint without asking; otherwise it is good for one token
 * @param receipt the consent receipt; empty when the policy permitted without asking
 */
public record Grant(
    String id,
    UserId user,
    ProgramId program,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    boolean standing,
    Optional<String> receipt,
    Instant at
) {
    public Grant {
        recipients = Set.copyOf(recipients);
    }

    /** Whether the user said yes to this before: same purpose, and no recipient that they did not agree to. */
    boolean covers(AccessRequest request) {
        return (
            standing &&
            program.equals(request.program().id()) &&
            scope.equals(request.scope()) &&
            purpose.equals(request.purpose()) &&
            recipients.containsAll(request.recipients())
        );
    }
}
