package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.session.UserSession;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that another thread brings about. */
public final class Patience {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration SETTLE = Duration.ofSeconds(2);

    /** Longer than any limit of a turn: what is at work then has been stopped. */
    private static final Duration STOPPED_BY_THEN = Duration.ofMinutes(2);

    private Patience() {}

    /** Something to look at that may not be there at all. */
    @FunctionalInterface
    interface Look {
        boolean holds() throws StepFailed;
    }

    /** Waits until {@code condition} holds; fails with {@code why} after {@code timeout}, or when the session is over. */
    static void until(UserSession session, Duration timeout, Look condition, Supplier<String> why) throws StepFailed {
        untilOrRest(session, timeout, condition, () -> false, why);
    }

    /** The same, but gives up as soon as things have come to rest and it still does not hold. */
    static void untilOrRest(
        UserSession session,
        Duration timeout,
        Look condition,
        BooleanSupplier atRest,
        Supplier<String> why
    ) throws StepFailed {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.holds()) {
            boolean over = session.end().isPresent() || atRest.getAsBoolean() || System.nanoTime() > deadline;
            if (over && !condition.holds()) {
                throw new StepFailed(why.get() + ending(session));
            }
            pause();
        }
    }

    // a session that is over explains most failures
    private static String ending(UserSession session) {
        return session
            .end()
            .map(end -> "; the session is over: " + end.message())
            .orElse("");
    }

    /**
     * Lets what a user did lead to all that it leads to: a person acts on that. A program that never rests is not
     * waited for, nor one that {@code waits} for the user.
     */
    public static void settle(UserSession session, BooleanSupplier waits) {
        atMost(SETTLE, () -> session.end().isPresent() || session.idle() || waits.getAsBoolean());
        atMost(STOPPED_BY_THEN, () -> !session.working());
    }

    /** Waits until {@code condition} holds, or {@code timeout} has passed. */
    static void atMost(Duration timeout, BooleanSupplier condition) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
}
