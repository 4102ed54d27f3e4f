package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** The turns of one session that the host began and the worker has not ended. Guarded by itself. */
final class Turns {

    private static final long CHECK_UP_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NO_TIMER = Long.MAX_VALUE;

    private final LongSupplier nanoTime;
    private final TreeMap<Long, Turn> begun = new TreeMap<>();
    private long last;
    private long lastBegun;
    private long timerNanos = NO_TIMER;
    private long timerSetAt;

    private record Turn(Task task, long since, long cpu) {}

    /**
     * What a turn is for.
     *
     * @param what for a message about a turn that does not end: {@code while it was opened}
     * @param limit the name of its deadline in {@link Limits}
     */
    record Task(String what, String limit, Deadline deadline) {}

    /** @param nanoTime a clock that only goes forward; limits are about this machine's time */
    Turns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastBegun = nanoTime.getAsLong();
    }

    synchronized long begin(Task task) {
        lastBegun = nanoTime.getAsLong();
        begun.put(++last, new Turn(task, lastBegun, 0));
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

    /** Adds processor time to the turn that the worker is at. */
    synchronized void charge(long cpuNanos) {
        replaceFirst(turn -> new Turn(turn.task, turn.since, turn.cpu + cpuNanos));
    }

    /** Refuses a turn that outlasts its deadline. */
    synchronized void check() throws LimitExceeded {
        Map.Entry<Long, Turn> first = begun.firstEntry();
        if (first != null) {
            check(first.getValue());
        }
    }

    private void check(Turn turn) throws LimitExceeded {
        Task task = turn.task;
        Deadline deadline = task.deadline;
        if (nanoTime.getAsLong() - turn.since > deadline.wall().toNanos()) {
            String within = deadline.wall().toMillis() + " ms ";
            throw new LimitExceeded(task.limit + ".wall", "it did not finish within " + within + task.what);
        }
        if (turn.cpu > deadline.cpu().toNanos()) {
            String time = deadline.cpu().toMillis() + " ms of processor time ";
            throw new LimitExceeded(task.limit + ".cpu", "it used more than " + time + task.what);
        }
    }

    // a worker takes its turns in order: the time of the next one counts from when its turn comes
    private boolean end(long turn) {
        boolean first = !begun.isEmpty() && begun.firstKey() == turn;
        boolean known = begun.remove(turn) != null;
        if (first) {
            replaceFirst(next -> new Turn(next.task, nanoTime.getAsLong(), 0));
        }
        return known;
    }

    private void replaceFirst(UnaryOperator<Turn> change) {
        if (!begun.isEmpty()) {
            begun.compute(begun.firstKey(), (_, turn) -> change.apply(turn));
        }
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
