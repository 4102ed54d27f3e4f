package dev.cloakroom.runtime.session;

import dev.cloakroom.runtime.sandbox.BackOff;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The process that a program runs in: one after another, as they end. */
final class ProgramProcess implements AutoCloseable {

    private final Supplier<Sandbox> start;
    private final BackOff backOff;
    private Sandbox sandbox;
    private CompletableFuture<Void> noted;
    private boolean used;
    private boolean closed;

    /** Starts the first one. */
    ProgramProcess(Supplier<Sandbox> start, Clock clock) {
        this.start = start;
        this.backOff = new BackOff(clock);
        this.sandbox = start.get();
        this.noted = noted(sandbox);
    }

    /**
     * The process to use: the one that runs, or another if that one was killed or died. After {@link #close}, the
     * one that was closed.
     *
     * @throws SandboxFailed when it rests after a failure, or does not start
     */
    synchronized Sandbox current() {
        if (!closed && failed()) {
            backOff.check();
            startAnew();
        }
        used = true;
        return sandbox;
    }

    /** Sees to it that the program has not run yet in the process that comes next, and does not let it rest. */
    synchronized void renew() {
        if (!closed && (used || sandbox.ended().isDone())) {
            sandbox.close();
            backOff.forget();
            startAnew();
        }
    }

    /** Until when the program rests after a failure; empty when it runs or may start. */
    synchronized Optional<Instant> restsUntil() {
        return !closed && failed() ? backOff.restsUntil() : Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        sandbox.close();
    }

    /** Whether it was killed or died, and has not been replaced. What the host closes is no failure: it stays closed. */
    synchronized boolean failed() {
        if (!sandbox.ended().isDone() || sandbox.ended().join() instanceof WorkerEnd.Closed) {
            return false;
        }
        noted.join();
        return true;
    }

    private void startAnew() {
        backOff.started();
        try {
            sandbox = start.get();
        } catch (RuntimeException e) {
            backOff.failed();
            throw e;
        }
        noted = noted(sandbox);
        used = false;
    }

    // the rest counts from the failure and not from when somebody comes upon it
    private CompletableFuture<Void> noted(Sandbox watched) {
        return watched.ended().thenAccept(end -> {
            if (!(end instanceof WorkerEnd.Closed)) {
                backOff.failed();
            }
        });
    }
}
