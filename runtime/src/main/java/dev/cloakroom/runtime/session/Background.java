package dev.cloakroom.runtime.session;

import java.time.Duration;

/** Where the host does what nobody waits for, one thing at a time. */
@FunctionalInterface
public interface Background {
    /** Runs the task, when that much time has passed and what came before is done; never, when the host is closed. */
    void run(Runnable task, Duration delay);
}
