package dev.cloakroom.runtime.attack;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A host that runs attacks, each in a session of its own user, and says what became of them. */
public final class AttackRun implements AutoCloseable {

    /** Enough to open a session on a busy machine, and little enough to wait for a few dozen times. */
    static final Limits LIMITS = new Limits(
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        128,
        16 << 20,
        100,
        12,
        50_000,
        1 << 20
    );
    /** How long after its deadline an attack may still go on before it counts as not stopped. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 8;
    private static final int STARTING = 2;
    /** How many attacks share a worker that their deadline ends; 1 shows for each by itself that it is noticed. */
    private static final int TOGETHER = Integer.getInteger("cloakroom.attacks.together", 4);
    private static final String LAB = "pages/lab/lab?attack=";

    private final Watch watch = new Watch();
    private final Host host;
    private final ProgramStorage storage;
    private final MiniProgram program;
    private final ExecutorService starters = Executors.newFixedThreadPool(STARTING);
    private int victims;

    /**
     * @param shared what runs have in common: the program and its compiled form
     * @param folder an empty one; what this host keeps goes there
     */
    AttackRun(Path shared, Path folder) throws IOException {
        Path secret = shared.resolve("secret.mjs");
        Files.writeString(secret, "export const secret = '" + Watch.SECRET + "'");
        program = AttackProgram.in(shared.resolve("program"), Attack.all(), secret);
        storage = new ProgramStorage(folder.resolve("storage"));
        storage.set("victim", "secret", new TextNode(Watch.SECRET));
        HostOptions options = HostOptions.defaults(shared.resolve("cache")).withLimits(LIMITS).withObserver(watch);
        host = Host.open(folder.resolve("data"), _ -> ConsentAnswer.DISMISS, options);
    }

    /** Runs each; those that cost their worker get one of their own, and a program beside them must go on meanwhile. */
    Map<String, Outcome> each(List<Attack> attacks) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        List<Attack> harmless = attacks
            .stream()
            .filter(attack -> !attack.isFatal())
            .toList();
        shared(harmless, outcomes);
        List<Attack> fatal = attacks.stream().filter(Attack::isFatal).toList();
        if (!fatal.isEmpty()) {
            fatal(fatal, outcomes);
        }
        return outcomes;
    }

    /** Runs all in one worker, one after the other. */
    Map<String, Outcome> inOneWorker(List<Attack> attacks) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        shared(attacks, outcomes);
        return outcomes;
    }

    /** Runs all in one worker at the same time: only for attacks that nobody stops. */
    Map<String, Outcome> atOnce(List<Attack> attacks) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        try (RunningProgram running = start()) {
            List<Attacking> all = Attacking.prepare(running, attacks, this);
            all.forEach(Attacking::begin);
            all.forEach(attacking -> outcomes.put(attacking.id(), attacking.await()));
        }
        return outcomes;
    }

    private void shared(List<Attack> attacks, Map<String, Outcome> outcomes) {
        RunningProgram running = start();
        for (Attack attack : attacks) {
            Attacking attacking = Attacking.prepare(running, List.of(attack), this).getFirst();
            running = attacking.program();
            attacking.begin();
            outcomes.put(attack.id(), attacking.await());
            attacking.session().close();
        }
        running.close();
    }

    private void fatal(List<Attack> attacks, Map<String, Outcome> outcomes) {
        try (RunningProgram besides = start()) {
            UserSession bystander = open(besides, "bystander").orElseThrow();
            List<List<Attack>> groups = groups(attacks);
            for (int from = 0; from < groups.size(); from += AT_ONCE) {
                batch(groups.subList(from, Math.min(groups.size(), from + AT_ONCE)), outcomes, bystander);
            }
        }
    }

    /** Those that only their deadline ends share workers, a few in each; the others get one each. */
    private static List<List<Attack>> groups(List<Attack> attacks) {
        List<Attack> endless = attacks.stream().filter(Attack::isEndless).toList();
        List<List<Attack>> groups = new ArrayList<>();
        for (int from = 0; from < endless.size(); from += TOGETHER) {
            groups.add(endless.subList(from, Math.min(endless.size(), from + TOGETHER)));
        }
        attacks
            .stream()
            .filter(attack -> !attack.isEndless())
            .map(List::of)
            .forEach(groups::add);
        return groups;
    }

    private void batch(List<List<Attack>> groups, Map<String, Outcome> outcomes, UserSession bystander) {
        List<CompletableFuture<List<Attacking>>> starting = groups
            .stream()
            .map(group -> CompletableFuture.supplyAsync(() -> Attacking.prepare(start(), group, this), starters))
            .toList();
        List<Attacking> all = starting.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
        all.forEach(Attacking::begin);
        requireAlive(bystander);
        all.forEach(attacking -> outcomes.put(attacking.id(), attacking.await()));
        all.forEach(Attacking::close);
    }

    /** A page that opens while the attacks go on. */
    private void requireAlive(UserSession bystander) {
        int before = bystander.pages().top();
        bystander.view().open(LAB + "none");
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (bystander.pages().top() == before || !bystander.idle()) {
            if (bystander.end().isPresent() || System.nanoTime() > patience) {
                throw new AssertionError("another program was disturbed: " + bystander.end());
            }
            Thread.onSpinWait();
        }
    }

    RunningProgram start() {
        try {
            return host.run(program, Programs.PROGRAM, storage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session that waits for its attack; empty when the machine is too busy to open one in time. */
    Optional<UserSession> open(RunningProgram running, String user) {
        UserSession session = running.open(new UserId(user), LAB + "none");
        var _ = session.pages().watch(watch.of(user));
        CompletableFuture.anyOf(watch.of(user).ready(), session.over().toCompletableFuture())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
        return Optional.of(session).filter(open -> open.end().isEmpty());
    }

    /** Another user of the program handles a secret while an attack waits for that. */
    void victim(RunningProgram running) {
        String user = "victim-" + ++victims;
        try {
            storage.set(user, "secret", new TextNode(Watch.SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (UserSession session = running.open(new UserId(user), LAB + "victim")) {
            watch.of(user).outcome().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            session.close();
        } catch (CompletionException e) {
            throw new AssertionError("the victim's session did not come to its end", e);
        }
    }

    Watch.Seen seen(String user) {
        return watch.of(user);
    }

    static String page(String attack) {
        return LAB + attack;
    }

    /** For {@link PatchedHost#call}: the two folders, the name of a wall, and {@code each}, {@code inOneWorker} or {@code atOnce}. */
    public static String run(String... args) throws IOException {
        List<Attack> attacks = Attack.of(Wall.named(args[2]));
        try (var run = new AttackRun(Path.of(args[0]), Path.of(args[1]))) {
            Map<String, Outcome> outcomes = switch (args[3]) {
                case "each" -> run.each(attacks);
                case "atOnce" -> run.atOnce(attacks);
                default -> run.inOneWorker(attacks);
            };
            List<String> lines = new ArrayList<>();
            outcomes.forEach((id, outcome) ->
                lines.add(id + "\t" + outcome.millisecondsPastDeadline() + "\t" + outcome.text())
            );
            return String.join("\n", lines);
        }
    }

    @Override
    public void close() throws IOException {
        starters.shutdown();
        host.close();
        storage.close();
    }
}
