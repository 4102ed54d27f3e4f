package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.sandbox.WorkerEnd;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An attack in its session. One thread, but for the clock that notes when turns begin. */
final class Attacking {

    private static final String NEVER_BEGUN = "never begun";
    private static final Duration LOOK = Duration.ofMillis(1);

    private final AttackRun run;
    private final RunningProgram program;
    private final Attack attack;
    private final UserSession session;
    private final Watch.Seen seen;
    private long begun;
    private volatile long turnBegun;

    Attacking(AttackRun run, RunningProgram program, Attack attack) {
        this.run = run;
        this.program = program;
        this.attack = attack;
        this.session = run.open(program, attack.id());
        this.seen = run.seen(attack.id());
    }

    String id() {
        return attack.id();
    }

    /** Whether it cost the worker. */
    boolean ended() {
        return session.end().isPresent();
    }

    void begin() {
        begun = System.nanoTime();
        turnBegun = begun;
        var _ = session.over().thenAccept(end -> seen.outcome().complete(ended(end)));
        session.view().open(AttackRun.page(attack.id()));
        Thread.ofPlatform().daemon().start(this::noteTurns);
    }

    /** Waits for its outcome, and meanwhile does what it needs others for. */
    Outcome await() {
        while (!seen.outcome().isDone() && left() > 0) {
            String asked = poll();
            if (asked != null) {
                answer(asked);
            }
        }
        return Objects.requireNonNull(seen.outcome().getNow(unfinished()));
    }

    private @Nullable String poll() {
        try {
            return seen.asks().poll(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts an attack", e);
        }
    }

    private void answer(String asked) {
        if (asked.equals("victim")) {
            run.victim(program);
            session.view().open(AttackRun.page("go-on"));
        } else if (!Taps.on(session, asked.substring("tap ".length()))) {
            // the page is not there yet
            seen.asks().add(asked);
        }
    }

    // the host counts from the start of a turn, and a later one than the first may be the one that does not end
    private void noteTurns() {
        boolean working = true;
        while (session.end().isEmpty() && !seen.outcome().isDone()) {
            boolean before = working;
            working = session.working();
            if (working && !before) {
                turnBegun = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Outcome ended(WorkerEnd end) {
        return seen.begun().isDone() ? Outcome.of(end, pastDeadline()) : Outcome.of(NEVER_BEGUN);
    }

    private Outcome unfinished() {
        return Outcome.of(seen.begun().isDone() ? "running" : NEVER_BEGUN);
    }

    private long left() {
        return run.pace().longest().minus(since(begun)).toMillis();
    }

    private long pastDeadline() {
        return Math.max(0, since(turnBegun).minus(run.pace().turn()).toMillis());
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    void close() {
        session.close();
    }
}
