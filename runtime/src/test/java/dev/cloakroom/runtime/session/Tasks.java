package dev.cloakroom.runtime.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A background in which things happen when a test says so. */
public final class Tasks implements Background {

    final List<Duration> delays = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public synchronized void run(Runnable task, Duration delay) {
        delays.add(delay);
        waiting.add(task);
    }

    /** Does what waits, and what comes of it. */
    void runAll() {
        running = true;
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
        running = false;
    }

    /** Does the one that waits longest. */
    void runNext() {
        Runnable task = next();
        if (task != null) {
            task.run();
        }
    }

    /** Whether what happens now happens in the background. */
    boolean running() {
        return running;
    }

    /** How much waits. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized Runnable next() {
        return waiting.poll();
    }
}
