package dev.cloakroom.host.delivery;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.Optional;

/** Keeps deliveries. */
public interface DeliveryStore {
    void insert(Delivery delivery);

    Optional<Delivery> find(String handle, ProgramId program);

    /**
     * Replaces the status, unless the delivery is over.
     *
     * @return false for an unknown handle, another courier's, and one that is over
     */
    boolean update(String handle, RecipientId courier, DeliveryStatus status, Instant at);
}
