package dev.cloakroom.runtime.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a program whose process ended against the host's will rests before it starts anew: not at all the first
 * time, then a second, and twice as long each time, up to five minutes. One that ran for ten minutes starts over.
 */
public final class BackOff {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 20;

    private final Clock clock;
    private Instant started;
    private Instant restsUntil;
    private int failures;

    public BackOff(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
        this.restsUntil = started;
    }

    /** The program begins to run. */
    public synchronized void started() {
        started = clock.instant();
    }

    /** Its process ended, and nobody wanted that. */
    public synchronized void failed() {
        Instant now = clock.instant();
        failures = Duration.between(started, now).compareTo(FORGIVEN_AFTER) >= 0 ? 1 : failures + 1;
        restsUntil = now.plus(rest());
    }

    /** Until when the program rests; empty when it may start. */
    public synchronized Optional<Instant> restsUntil() {
        return Optional.of(restsUntil).filter(until -> clock.instant().isBefore(until));
    }

    /**
     * Refuses a start while the program rests.
     *
     * @throws SandboxFailed that says when to try again
     */
    public synchronized void check() {
        restsUntil().ifPresent(until -> {
            Duration left = Duration.between(clock.instant(), until);
            throw new SandboxFailed(
                "the program was stopped " +
                    failures +
                    " times in a row: it can start again in " +
                    left.toMillis() +
                    " ms",
                until
            );
        });
    }

    /** Somebody changed something, and wants to try at once. */
    public synchronized void forget() {
        failures = 0;
        restsUntil = started;
    }

    private Duration rest() {
        if (failures == 1) {
            return Duration.ZERO;
        }
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 2, MAX_DOUBLINGS));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
