package dev.cloakroom.host.grant;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The yes under which tokens are minted.
 *
 * @param term which later requests it covers without asking
 * @param parameters what its tokens can be redeemed with only, see {@link dev.cloakroom.host.request.Binding}
 * @param label which of the user's values its tokens stand for
 * @param receipt the consent receipt; empty when the policy permitted without asking
 */
public record Grant(
    String id,
    UserId user,
    ProgramId program,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    Term term,
    Map<String, String> parameters,
    String label,
    Optional<String> receipt,
    Instant at
) {
    public Grant {
        recipients = Set.copyOf(recipients);
        parameters = Map.copyOf(parameters);
    }

    /** Whether the user said yes to this before: same purpose, and no recipient that they did not agree to. */
    boolean covers(AccessRequest request, Instant now) {
        return (
            term.covers(request.context().session(), now) &&
            parameters.equals(request.binding().parameters()) &&
            program.equals(request.program().id()) &&
            scope.equals(request.scope()) &&
            purpose.equals(request.purpose()) &&
            recipients.containsAll(request.recipients())
        );
    }
}
