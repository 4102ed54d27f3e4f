package dev.cloakroom.runtime.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The gestures of one user session that have not been used yet. Each counts once, for seconds. */
public final class Gestures {

    /** How long a tap vouches for the call that it causes. */
    public static final Duration LIFETIME = Duration.ofSeconds(5);

    /** Stands for any tap, where an API needs no button of its own. */
    public static final String TAP = "tap";

    private static final int MAX_WAITING = 16;

    private final Clock clock;
    private final Deque<Gesture> waiting = new ArrayDeque<>();

    public Gestures(Clock clock) {
        this.clock = clock;
    }

    synchronized void record(int page, int node, String api) {
        if (waiting.size() == MAX_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(new Gesture(page, node, api, clock.instant()));
    }

    /** Uses up a gesture for {@code api} on that page, if there is a fresh one. */
    public synchronized boolean take(int page, String api) {
        Instant oldest = clock.instant().minus(LIFETIME);
        waiting.removeIf(gesture -> gesture.at().isBefore(oldest));
        for (Iterator<Gesture> each = waiting.iterator(); each.hasNext(); ) {
            Gesture gesture = each.next();
            if (gesture.page() == page && gesture.api().equals(api)) {
                each.remove();
                return true;
            }
        }
        return false;
    }
}
