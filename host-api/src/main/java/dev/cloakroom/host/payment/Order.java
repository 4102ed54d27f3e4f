package dev.cloakroom.host.payment;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a developer's back end wants to be paid for.
 *
 * @param id random: WeChat's {@code prepay_id}
 * @param subject the user who may pay it, as the program knows them
 * @param number the back end's own; one order for each
 * @param description text of the developer, in visible form
 * @param refunded what was given back or may have been, in minor units
 * @param gateway who charged it; empty while it is open
 */
public record Order(
    String id,
    ProgramId program,
    PairwiseSubject subject,
    String number,
    Money price,
    String description,
    OrderState state,
    long refunded,
    Optional<RecipientId> gateway,
    Instant at
) {
    /** Whether a back end asks for the same order once more. */
    boolean isSame(Order other) {
        return subject.equals(other.subject) && price.equals(other.price) && description.equals(other.description);
    }
}
