package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.time.Instant;
import java.util.Set;

/**
 * The durable record of an answer, a no included. It is the host's and the user's; programs never see it.
 *
 * @param id the id of the {@link ConsentRequest}; the ledger refers to it
 */
public record ConsentReceipt(
    String id,
    UserId user,
    ProgramId program,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    ConsentAnswer answer,
    Instant at
) {
    public ConsentReceipt {
        recipients = Set.copyOf(recipients);
    }
}
