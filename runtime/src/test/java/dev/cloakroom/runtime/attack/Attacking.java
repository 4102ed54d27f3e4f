package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.sandbox.WorkerEnd;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An attack in its session. One thread. */
final class Attacking implements AutoCloseable {

    private static final String NEVER_BEGUN = "never begun";

    private final AttackRun run;
    private final RunningProgram program;
    private final Attack attack;
    private final UserSession session;
    private final Watch.Seen seen;
    private long begun;

    private Attacking(AttackRun run, RunningProgram program, Attack attack, UserSession session) {
        this.run = run;
        this.program = program;
        this.attack = attack;
        this.session = session;
        this.seen = run.seen(attack.id());
    }

    /** Opens a session for each; the attacks wait. The program is started again where it has ended. */
    static List<Attacking> prepare(RunningProgram program, List<Attack> attacks, AttackRun run) {
        for (RunningProgram current = program; ; current = run.start()) {
            List<Attacking> all = open(current, attacks, run);
            if (all.size() == attacks.size()) {
                return all;
            }
            current.close();
        }
    }

    private static List<Attacking> open(RunningProgram program, List<Attack> attacks, AttackRun run) {
        return attacks
            .stream()
            .flatMap(attack ->
                run
                    .open(program, attack.id())
                    .map(session -> new Attacking(run, program, attack, session))
                    .stream()
            )
            .toList();
    }

    RunningProgram program() {
        return program;
    }

    String id() {
        return attack.id();
    }

    UserSession session() {
        return session;
    }

    void begin() {
        begun = System.nanoTime();
        var _ = session.over().thenAccept(end -> seen.outcome().complete(ended(end)));
        session.view().open(AttackRun.page(attack.id()));
    }

    Outcome await() {
        Duration longest = AttackRun.LIMITS.turn().plus(AttackRun.GRACE);
        CompletableFuture.anyOf(seen.outcome(), seen.awaitsVictim())
            .completeOnTimeout(true, left(longest), TimeUnit.MILLISECONDS)
            .join();
        if (seen.awaitsVictim().isDone()) {
            run.victim(program);
            session.view().open(AttackRun.page("go-on"));
        }
        return seen.outcome().completeOnTimeout(unfinished(), left(longest), TimeUnit.MILLISECONDS).join();
    }

    private Outcome ended(WorkerEnd end) {
        return seen.begun().isDone() ? Outcome.of(end, pastDeadline()) : Outcome.of(NEVER_BEGUN);
    }

    private Outcome unfinished() {
        return Outcome.of(seen.begun().isDone() ? "running" : NEVER_BEGUN);
    }

    private long left(Duration longest) {
        return Math.max(1, longest.minus(Duration.ofNanos(System.nanoTime() - begun)).toMillis());
    }

    private long pastDeadline() {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        return Math.max(0, taken.minus(AttackRun.LIMITS.turn()).toMillis());
    }

    @Override
    public void close() {
        program.close();
    }
}
