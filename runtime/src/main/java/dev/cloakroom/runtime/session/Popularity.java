package dev.cloakroom.runtime.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much a program was used lately: each opening counts one, and half of that an hour later. */
public final class Popularity {

    /** From here on a program is much used: one opening every ten minutes is, or ten within half an hour. */
    static final double MUCH = 5;

    private static final Duration HALF_LIFE = Duration.ofHours(1);

    private final Clock clock;
    private Instant counted;
    private double openings;

    public Popularity(Clock clock) {
        this.clock = clock;
        this.counted = clock.instant();
    }

    /** Somebody opened the program. */
    synchronized void count() {
        openings = now() + 1;
        counted = clock.instant();
    }

    /** Whether the program is much used. */
    synchronized boolean isMuch() {
        return now() >= MUCH;
    }

    private double now() {
        double halvings = (double) Duration.between(counted, clock.instant()).toMillis() / HALF_LIFE.toMillis();
        return openings * Math.pow(0.5, Math.max(0, halvings));
    }
}
