package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;

/** Where one mini program runs, apart from the host and from every other program. */
public interface Sandbox extends AutoCloseable {
    /**
     * Begins a user session: a context of its own in the program's process.
     *
     * @param open the content of the {@code OPEN} frame, as {@code docs/protocol.md} gives it
     * @param listener hears what the session says, in order, on one thread
     */
    GuestSession open(ObjectNode open, GuestListener listener);

    /** Completes once, when the process is gone, after every listener has heard of it. */
    CompletableFuture<WorkerEnd> ended();

    /** Ends the process by its pid and waits until it is gone. */
    @Override
    void close();
}
