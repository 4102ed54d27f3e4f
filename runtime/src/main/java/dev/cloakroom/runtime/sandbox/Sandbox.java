package dev.cloakroom.runtime.sandbox;

import java.util.concurrent.CompletableFuture;

/** Where one mini program runs, apart from the host and from every other program. */
public interface Sandbox extends AutoCloseable {
    /** Reserves a user session. Nothing happens in the sandbox before {@link GuestSession#open}. */
    GuestSession session();

    /** Completes once, when the process is gone, after every listener has heard of it. */
    CompletableFuture<WorkerEnd> ended();

    /** Ends the process by its pid and waits until it is gone. */
    @Override
    void close();
}
