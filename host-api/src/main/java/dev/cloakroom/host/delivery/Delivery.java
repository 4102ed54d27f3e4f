package dev.cloakroom.host.delivery;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.Optional;

/**
 * A parcel.
 *
 * @param handle the receipt's id; the courier's own number is not kept, since it would tell where the parcel goes
 * @param status empty until the courier has said something
 * @param at of the last change
 */
public record Delivery(
    String handle,
    ProgramId program,
    RecipientId courier,
    Optional<DeliveryStatus> status,
    Instant at
) {}
