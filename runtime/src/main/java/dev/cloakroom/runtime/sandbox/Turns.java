package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The turns of one session that the host began and the worker has not ended. Guarded by itself. */
final class Turns {

    private static final long CHECK_UP_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NO_TIMER = Long.MAX_VALUE;

    private final LongSupplier nanoTime;
    private final long limitNanos;
    private final Map<Long, Long> begun = new HashMap<>();
    private long last;
    private long lastBegun;
    private long timerNanos = NO_TIMER;
    private long timerSetAt;

    /** @param nanoTime a clock that only goes forward; limits are about this machine's time */
    Turns(Duration limit, LongSupplier nanoTime) {
        this.limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
        this.lastBegun = nanoTime.getAsLong();
    }

    synchronized long begin() {
        lastBegun = nanoTime.getAsLong();
        begun.put(++last, lastBegun);
        return last;
    }

    synchronized void done(ObjectNode body) throws GuestMisbehaved {
        if (begun.remove(body.path("seq").asLong(-1)) == null) {
            throw new GuestMisbehaved("it ended a turn that nobody began");
        }
        JsonNode timer = body.path("timer");
        timerNanos = timer.isNumber() ? Math.max(0, timer.asLong()) * 1_000_000 : NO_TIMER;
        timerSetAt = nanoTime.getAsLong();
    }

    synchronized boolean overdue() {
        long now = nanoTime.getAsLong();
        return begun
            .values()
            .stream()
            .anyMatch(since -> now - since > limitNanos);
    }

    /** Whether the session is open, nothing is under way, and nothing began lately. */
    synchronized boolean quiet() {
        return last > 0 && begun.isEmpty() && nanoTime.getAsLong() - lastBegun > CHECK_UP_NANOS;
    }

    synchronized boolean idle(Duration soon) {
        return begun.isEmpty() && timerNanos - (nanoTime.getAsLong() - timerSetAt) > soon.toNanos();
    }
}
