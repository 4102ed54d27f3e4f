package dev.cloakroom.worker;

import java.util.concurrent.CompletableFuture;

/**
 * A context with the guest library loaded, and the thread that owns it, made ahead of a user. No program's code
 * has run in it, and it serves one session.
 */
final class Spare {

    private final EventLoop loop = new EventLoop("guest");
    private final CompletableFuture<GuestContext> context = new CompletableFuture<>();

    /** Begins to make one, on its own thread. */
    Spare(GuestLibrary library) {
        loop.execute(() -> make(library));
    }

    /** The thread to use it on. */
    EventLoop loop() {
        return loop;
    }

    /** The context, as soon as it is made. */
    GuestContext context() {
        return context.join();
    }

    private void make(GuestLibrary library) {
        try {
            context.complete(new GuestContext(library));
        } catch (RuntimeException e) {
            context.completeExceptionally(e);
        }
    }
}
