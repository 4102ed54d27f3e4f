package dev.cloakroom.runtime.attack;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that runs attacks, each in a session of its own user, and says what became of them. */
public final class AttackRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIDE_BY_SIDE = 2;
    private static final int IN_ONE_WORKER = 8;
    private static final String LAB = "pages/lab/lab?attack=";

    private final Watch watch = new Watch();
    private final Pace pace;
    private final Host host;
    private final ProgramStorage storage;
    private final MiniProgram program;
    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final AtomicInteger victims = new AtomicInteger();

    /**
     * @param shared what runs have in common: the program and its compiled form
     * @param folder an empty one; what this host keeps goes there
     */
    AttackRun(Path shared, Path folder, Pace pace) throws IOException {
        this.pace = pace;
        Path secret = shared.resolve("secret.mjs");
        Files.writeString(secret, "export const secret = '" + Watch.SECRET + "'");
        program = AttackProgram.in(shared.resolve("program"), Attack.all(), secret);
        storage = new ProgramStorage(folder.resolve("storage"));
        storage.set("victim", "secret", new TextNode(Watch.SECRET));
        host = Victims.host(shared.resolve("cache"), folder.resolve("data"), pace.limits(), watch);
    }

    Pace pace() {
        return pace;
    }

    /** Runs each; those that cost their worker get one of their own, and a program beside them must go on meanwhile. */
    Map<String, Outcome> each(List<Attack> attacks) {
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        inOneWorker(
            attacks
                .stream()
                .filter(attack -> !attack.isFatal())
                .toList(),
            outcomes
        );
        List<Attack> fatal = attacks.stream().filter(Attack::isFatal).toList();
        if (!fatal.isEmpty()) {
            fatal(fatal, outcomes);
        }
        return outcomes;
    }

    /** Runs attacks that nobody stops: one after the other, but for those that would not end. */
    Map<String, Outcome> unhindered(List<Attack> attacks) {
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        if (pace == Pace.HASTY) {
            for (int from = 0; from < attacks.size(); from += IN_ONE_WORKER) {
                atOnce(attacks.subList(from, Math.min(attacks.size(), from + IN_ONE_WORKER)), outcomes);
            }
        } else {
            inOneWorker(attacks, outcomes);
        }
        return outcomes;
    }

    private void atOnce(List<Attack> attacks, Map<String, Outcome> outcomes) {
        try (RunningProgram running = start()) {
            List<Attacking> all = attacks
                .stream()
                .map(attack -> new Attacking(this, running, attack))
                .toList();
            all.forEach(Attacking::begin);
            all.forEach(attacking -> outcomes.put(attacking.id(), attacking.await()));
        }
    }

    private void inOneWorker(List<Attack> attacks, Map<String, Outcome> outcomes) {
        RunningProgram running = start();
        for (Attack attack : attacks) {
            var attacking = new Attacking(this, running, attack);
            attacking.begin();
            outcomes.put(attack.id(), attacking.await());
            boolean ended = attacking.ended();
            attacking.close();
            if (ended) {
                running.close();
                running = start();
            }
        }
        running.close();
    }

    private void fatal(List<Attack> attacks, Map<String, Outcome> outcomes) {
        try (RunningProgram besides = start()) {
            UserSession bystander = open(besides, "bystander");
            List<CompletableFuture<Void>> all = attacks
                .stream()
                .map(attack -> CompletableFuture.runAsync(() -> fatal(attack, outcomes, bystander), threads))
                .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private void fatal(Attack attack, Map<String, Outcome> outcomes, UserSession bystander) {
        try (RunningProgram running = start()) {
            var attacking = new Attacking(this, running, attack);
            attacking.begin();
            requireAlive(bystander);
            outcomes.put(attack.id(), attacking.await());
        }
    }

    /** A page that opens while the attacks go on. */
    private static void requireAlive(UserSession bystander) {
        synchronized (bystander) {
            int before = bystander.pages().top();
            bystander.view().open(page("none"));
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (bystander.pages().top() == before || !bystander.idle()) {
                if (bystander.end().isPresent() || System.nanoTime() > patience) {
                    throw new AssertionError("another program was disturbed: " + bystander.end());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a run", e);
        }
    }

    private RunningProgram start() {
        try {
            return host.run(program, Programs.PROGRAM, storage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session that waits for its attack. */
    UserSession open(RunningProgram running, String user) {
        UserSession session = running.open(new UserId(user), page("none"));
        var _ = session.pages().watch(watch.of(user));
        CompletableFuture.anyOf(watch.of(user).ready(), session.over().toCompletableFuture())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
        session.end().ifPresent(end -> {
            throw new AssertionError("a session was over before its attack began: " + end.message());
        });
        return session;
    }

    /** Another user of the program handles a secret while an attack waits for that. */
    void victim(RunningProgram running) {
        String user = "victim-" + victims.incrementAndGet();
        try {
            storage.set(user, "secret", new TextNode(Watch.SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (UserSession session = running.open(new UserId(user), page("victim"))) {
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

    /**
     * For {@link PatchedHost#call}: the two folders, a pace, {@code each} or {@code unhindered}, and the attacks' ids.
     */
    public static String run(String... args) throws IOException {
        List<Attack> attacks = Attack.named(List.of(args[4].split(" ")));
        try (var run = new AttackRun(Path.of(args[0]), Path.of(args[1]), Pace.valueOf(args[2]))) {
            Map<String, Outcome> outcomes = args[3].equals("each") ? run.each(attacks) : run.unhindered(attacks);
            List<String> lines = new ArrayList<>();
            outcomes.forEach((id, outcome) ->
                lines.add(id + "\t" + outcome.millisecondsPastDeadline() + "\t" + outcome.text())
            );
            return String.join("\n", lines);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        host.close();
        storage.close();
    }
}
