package dev.cloakroom.runtime.session;

import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a process with the program's code loaded, when the host app wants that or while the program is much used: has
 * {@link Nobody} open it before its first user comes, and replaces a process that failed without waiting for a user.
 */
final class Preloading {

    private static final Logger LOG = LoggerFactory.getLogger(Preloading.class);
    /** Whoever's session has just ended comes back first, perhaps. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Processes processes;
    private final HeadStart headStart;
    private final String page;
    private final Limits limits;
    private final Clock clock;
    private final AtomicBoolean waits = new AtomicBoolean();
    private volatile boolean wanted;
    private volatile boolean failsForNobody;

    /** @param page the one that nobody opens */
    Preloading(Processes processes, HeadStart headStart, String page, Limits limits, Clock clock) {
        this.processes = processes;
        this.headStart = headStart;
        this.page = page;
        this.limits = limits;
        this.clock = clock;
    }

    /** Begins, if the program is much used. */
    void start() {
        processes.onNeed(() -> unlessUnwanted(AFTER_FAILURE));
        unlessUnwanted(Duration.ZERO);
    }

    /** The host app wants it from now on. Returns at once. */
    void want() {
        wanted = true;
        failsForNobody = false;
        unlessUnwanted(Duration.ZERO);
    }

    /** Somebody opened the program. */
    void opened() {
        headStart.popularity().count();
    }

    private void unlessUnwanted(Duration delay) {
        if (isWanted() && waits.compareAndSet(false, true)) {
            headStart.background().run(this::preload, delay);
        }
    }

    private boolean isWanted() {
        return !failsForNobody && (wanted || headStart.popularity().isMuch());
    }

    private void preload() {
        waits.set(false);
        try {
            processes.preload(this::visit);
        } catch (SandboxFailed e) {
            LOG.warn("the program is not loaded ahead of its users: {}", e.getMessage());
            e.retryAt().ifPresent(at -> unlessUnwanted(Duration.between(clock.instant(), at)));
        } catch (RuntimeException e) {
            LOG.warn("the program cannot be loaded ahead of its users", e);
        }
    }

    // once is enough for a program that does not bear it
    private Nobody visit(Sandbox sandbox) {
        Nobody nobody = Nobody.open(sandbox, page, limits);
        var _ = nobody.page().thenRun(() -> visited(nobody));
        return nobody;
    }

    private void visited(Nobody nobody) {
        if (nobody.wasKilled()) {
            failsForNobody = true;
        }
    }
}
