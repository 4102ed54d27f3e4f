package dev.cloakroom.worker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The one thread on which a session's code runs, and its timers. {@link #execute} and {@link #close} may be called
 * from any thread, the rest from the loop's own.
 */
final class EventLoop implements AutoCloseable {

    // with fewer bytes the engine's limit on nested calls would not be what stops a runaway recursion
    private static final long STACK_BYTES = 64L << 20;

    /** Of a timer that a timer sets, as in browsers: two that set each other must not keep a processor busy. */
    static final long SHORTEST_MILLIS = 4;

    private final Map<Integer, ScheduledFuture<?>> timers = new HashMap<>();
    private final ScheduledThreadPoolExecutor executor;
    private boolean firing;

    EventLoop(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> ownThread(name, task));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs a task after those queued before it; after {@link #close} not at all. */
    void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            // a frame crossed the end of the session: it is for nobody
        }
    }

    /** Runs {@code task} once, {@code delay} milliseconds from now, or a little later when a timer sets it. */
    void schedule(int timer, long delay, Runnable task) {
        if (!executor.isShutdown()) {
            long wait = firing ? Math.max(SHORTEST_MILLIS, delay) : delay;
            timers.put(timer, executor.schedule(() -> due(timer, task), wait, MILLISECONDS));
        }
    }

    /** How many timers are set. */
    int timers() {
        return timers.size();
    }

    void cancel(int timer) {
        ScheduledFuture<?> future = timers.remove(timer);
        if (future != null) {
            future.cancel(false);
        }
    }

    /** Milliseconds until the next timer is due, 0 when it is overdue, empty when there is none. */
    OptionalLong nextTimer() {
        return timers
            .values()
            .stream()
            .mapToLong(future -> Math.max(0, future.getDelay(MILLISECONDS)))
            .min();
    }

    /** Drops what is queued. A task that runs is not interrupted: it may be in the middle of writing a frame. */
    @Override
    public void close() {
        executor.shutdown();
    }

    private void due(int timer, Runnable task) {
        timers.remove(timer);
        firing = true;
        try {
            task.run();
        } finally {
            firing = false;
        }
    }

    private static Thread ownThread(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
