package dev.cloakroom.runtime.session;

import dev.cloakroom.runtime.sandbox.BackOff;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The process that a program runs in: one after another, as they end. */
final class ProgramProcess implements AutoCloseable {

    private final Supplier<Sandbox> start;
    private final BackOff backOff;
    private Sandbox sandbox;
    private CompletableFuture<Void> noted;
    private volatile Runnable whenFailed = () -> {};
    private volatile @Nullable Nobody visitor;
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
        if (!closed) {
            replaceFailed();
        }
        used = true;
        sendVisitorAway();
        return sandbox;
    }

    /** Tells of each end that is a failure, from then on. */
    void onFailure(Runnable task) {
        whenFailed = task;
    }

    /**
     * Has nobody open the program in the process that waits for its first user, once, so that its code is loaded
     * there; in another process if that one failed. Nothing happens when it has a user already.
     *
     * @param visit opens a session without a user
     * @throws SandboxFailed as {@link #current} does
     */
    synchronized void preload(Function<Sandbox, Nobody> visit) {
        if (closed) {
            return;
        }
        replaceFailed();
        if (!used && visitor == null) {
            visitor = visit.apply(sandbox);
        }
    }

    /** Sees to it that the program has not run yet in the process that comes next, and does not let it rest. */
    synchronized void renew() {
        if (!closed && (used || sandbox.ended().isDone())) {
            sandbox.close();
            noted.join();
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

    private void replaceFailed() {
        if (failed()) {
            backOff.check();
            startAnew();
        }
    }

    // whatever nobody is still waiting for would keep the first user waiting
    private void sendVisitorAway() {
        Nobody visiting = visitor;
        if (visiting != null) {
            visiting.close();
        }
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
        visitor = null;
        used = false;
    }

    // the rest counts from the failure and not from when somebody comes upon it
    private CompletableFuture<Void> noted(Sandbox watched) {
        return watched.ended().thenAccept(end -> {
            if (!(end instanceof WorkerEnd.Closed)) {
                failedNow();
            }
        });
    }

    // what fails for nobody makes no user wait
    private void failedNow() {
        Nobody visiting = visitor;
        if (visiting == null || !visiting.wasKilled()) {
            backOff.failed();
            whenFailed.run();
        }
    }
}
