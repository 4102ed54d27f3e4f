package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The turns of one session that the host began and the worker has not ended. Guarded by itself. */
final class Turns {

    private static final long CHECK_UP_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NO_TIMER = Long.MAX_VALUE;

    private final LongSupplier nanoTime;
    private final long limitNanos;
    private final TreeMap<Long, Turn> begun = new TreeMap<>();
    private long last;
    private long lastBegun;
    private long timerNanos = NO_TIMER;
    private long timerSetAt;

    private record Turn(long since, String what) {}

    /** @param nanoTime a clock that only goes forward; limits are about this machine's time */
    Turns(Duration limit, LongSupplier nanoTime) {
        this.limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
        this.lastBegun = nanoTime.getAsLong();
    }

    /** @param what for a message about a turn that does not end */
    synchronized long begin(String what) {
        lastBegun = nanoTime.getAsLong();
        begun.put(++last, new Turn(lastBegun, what));
        return last;
    }

    synchronized long count() {
        return last;
    }

    synchronized void done(ObjectNode body) throws GuestMisbehaved {
        if (!end(body.path("seq").asLong(-1))) {
            throw new GuestMisbehaved("it ended a turn that nobody began");
        }
        JsonNode timer = body.path("timer");
        timerNanos = timer.isNumber() ? Math.max(0, timer.asLong()) * 1_000_000 : NO_TIMER;
        timerSetAt = nanoTime.getAsLong();
    }

    /** What the oldest turn that outlasted the limit is about. */
    synchronized Optional<String> overdue() {
        long now = nanoTime.getAsLong();
        return Optional.ofNullable(begun.firstEntry())
            .map(Map.Entry::getValue)
            .filter(turn -> now - turn.since > limitNanos)
            .map(Turn::what);
    }

    // a worker takes its turns in order: the time of the next one counts from when its turn comes
    private boolean end(long turn) {
        boolean first = !begun.isEmpty() && begun.firstKey() == turn;
        boolean known = begun.remove(turn) != null;
        if (first && !begun.isEmpty()) {
            begun.compute(begun.firstKey(), (_, next) -> new Turn(nanoTime.getAsLong(), next.what()));
        }
        return known;
    }

    /** Whether the session is open, nothing is under way, and nothing began lately. */
    synchronized boolean quiet() {
        return last > 0 && begun.isEmpty() && nanoTime.getAsLong() - lastBegun > CHECK_UP_NANOS;
    }

    synchronized boolean working() {
        return !begun.isEmpty();
    }

    synchronized boolean idle(Duration soon) {
        return begun.isEmpty() && timerNanos - (nanoTime.getAsLong() - timerSetAt) > soon.toNanos();
    }
}
