package dev.cloakroom.worker;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps one context ready for the next user. Any thread may ask. */
final class Spares {

    private final GuestLibrary library;
    private final ConcurrentLinkedQueue<Spare> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean filled = new AtomicBoolean();

    Spares(GuestLibrary library) {
        this.library = library;
    }

    /** A context of the caller's own: the one that is ready, or a new one. */
    Spare take() {
        Spare spare = ready.poll();
        if (spare == null) {
            return new Spare(library);
        }
        filled.set(false);
        return spare;
    }

    /** Begins to make the next one, if none is there. */
    void fill() {
        if (filled.compareAndSet(false, true)) {
            ready.add(new Spare(library));
        }
    }

    /** As {@link #fill}, and waits until the context is made. */
    void fillNow() {
        Spare spare = new Spare(library);
        var _ = spare.context();
        filled.set(true);
        ready.add(spare);
    }
}
