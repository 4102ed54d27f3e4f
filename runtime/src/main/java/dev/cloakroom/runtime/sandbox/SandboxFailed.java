package dev.cloakroom.runtime.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker ended before it could begin, or is not started yet because those before it ended too soon. */
public final class SandboxFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable Instant retryAt;

    public SandboxFailed(WorkerEnd why) {
        super(why.message());
        this.retryAt = null;
    }

    SandboxFailed(String message, Instant retryAt) {
        super(message);
        this.retryAt = retryAt;
    }

    /** When another start is worth trying; empty when nothing but the start itself stands in the way. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
