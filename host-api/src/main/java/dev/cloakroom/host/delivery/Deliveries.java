package dev.cloakroom.host.delivery;

import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Clock;
import java.util.Optional;

/** Where parcels are, as far as a developer may know. A courier's adapter reports; the back end asks. */
public final class Deliveries {

    private final DeliveryStore store;
    private final Clock clock;

    public Deliveries(DeliveryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes the handle known before the courier is asked, so that no report comes too early. */
    public void begin(String handle, ProgramId program, RecipientId courier) {
        store.insert(new Delivery(handle, program, courier, Optional.empty(), clock.instant()));
    }

    /**
     * The courier tells of a parcel.
     *
     * @return false for an unknown handle, another courier's, and a parcel that has arrived or come back
     */
    public boolean report(RecipientId courier, String handle, DeliveryStatus status) {
        return store.update(handle, courier, status, clock.instant());
    }

    /** One of the program's own deliveries. */
    public Optional<Delivery> find(AuthenticatedProgram program, String handle) {
        return store.find(handle, program.id());
    }
}
