package dev.cloakroom.host.audit;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Comparator;
import java.util.List;

/**
 * What an event is about: who asked, about whom, for what and on whose behalf.
 *
 * @param subject the user as this program knows them; the ledger holds no other id of a user
 * @param recipients sorted, so that equal matters have equal bytes
 */
public record Matter(
    ProgramId program,
    PairwiseSubject subject,
    String scope,
    String purpose,
    List<RecipientId> recipients
) {
    public Matter {
        recipients = recipients.stream().sorted(Comparator.comparing(RecipientId::value)).toList();
    }

    public static Matter of(AccessRequest request, PairwiseSubject subject) {
        return new Matter(
            request.program().id(),
            subject,
            request.scope().name(),
            request.purpose(),
            List.copyOf(request.recipients())
        );
    }
}
