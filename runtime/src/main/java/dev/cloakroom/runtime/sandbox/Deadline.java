package dev.cloakroom.runtime.sandbox;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param wall time that passes, also while the program sleeps, or waits for a busy machine
 * @param cpu processor time of the program's process, read by the host. Where several sessions of a program are at
 *     work at once, the time is shared out among them. Not counted where the system does not tell it
 */
public record Deadline(Duration wall, Duration cpu) {
    /** A deadline in seconds. */
    public static Deadline ofSeconds(long wall, long cpu) {
        return new Deadline(Duration.ofSeconds(wall), Duration.ofSeconds(cpu));
    }
}
