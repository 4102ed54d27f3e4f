package dev.cloakroom.runtime.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps workers that wait for a program, so that a program waits for none. A worker that was given out never
 * comes back. Any thread may call.
 */
public final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().name("worker-start").start(task);
    /** A program that just started has the machine to itself for so long. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, THREADS);

    private final Supplier<WarmWorker> starter;
    private final int size;
    private final Deque<CompletableFuture<WarmWorker>> waiting = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param starter starts a worker and waits until it is ready
     * @param size how many wait; with 0 one is started when it is asked for
     */
    public WorkerPool(Supplier<WarmWorker> starter, int size) {
        this.starter = starter;
        this.size = size;
    }

    /** Sees to it that at least one worker waits or is on its way, for {@link #start} soon after. Does not wait. */
    public void prepare() {
        fill(Math.max(1, size));
    }

    /**
     * Gives a worker the program, and has another take its place.
     *
     * @param load the content of the {@code LOAD} frame, as {@code docs/protocol.md} gives it
     * @throws SandboxFailed when no worker takes it in time
     */
    public Sandbox start(String load) {
        WarmWorker worker = take();
        try {
            return worker.load(load);
        } finally {
            LATER.execute(() -> fill(size));
        }
    }

    /** Ends the workers that wait. One that is still starting ends as soon as it is ready. */
    @Override
    public synchronized void close() {
        closed = true;
        for (CompletableFuture<WarmWorker> worker : waiting) {
            var _ = worker.thenAccept(WarmWorker::close);
        }
        waiting.clear();
    }

    // one that waited may have ended, or failed to start, through nobody's fault who asks now
    private WarmWorker take() {
        for (CompletableFuture<WarmWorker> waited = poll(); waited != null; waited = poll()) {
            WarmWorker worker = aliveOrNull(waited);
            if (worker != null) {
                return worker;
            }
        }
        return starter.get();
    }

    private synchronized @Nullable CompletableFuture<WarmWorker> poll() {
        if (closed) {
            throw new IllegalStateException("the host is closed: it starts no more programs");
        }
        return waiting.poll();
    }

    private static @Nullable WarmWorker aliveOrNull(CompletableFuture<WarmWorker> waited) {
        try {
            WarmWorker worker = ready(waited);
            return worker.isAlive() ? worker : null;
        } catch (SandboxFailed e) {
            LOG.warn("a worker that was to wait for a program did not start: {}", e.getMessage());
            return null;
        }
    }

    private static WarmWorker ready(CompletableFuture<WarmWorker> worker) {
        try {
            return worker.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private synchronized void fill(int count) {
        while (!closed && waiting.size() < count) {
            waiting.add(CompletableFuture.supplyAsync(starter, THREADS));
        }
    }
}
