package dev.cloakroom.runtime.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The processor time of a process between two looks at it. One thread at a time. */
final class ProcessorTime {

    private final Supplier<Optional<Duration>> total;
    private @Nullable Duration before;

    /** @param total what the process took so far; empty when nobody knows */
    ProcessorTime(Supplier<Optional<Duration>> total) {
        this.total = total;
    }

    /** Nanoseconds since the last call; 0 on the first one, after {@link #rest}, and when nobody knows. */
    long spent() {
        Duration now = total.get().orElse(null);
        long nanos = now == null || before == null ? 0 : now.minus(before).toNanos();
        before = now;
        return Math.max(0, nanos);
    }

    /** The process does nothing of interest: looking at it costs something. */
    void rest() {
        before = null;
    }
}
