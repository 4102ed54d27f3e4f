package dev.cloakroom.host.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Two hosts in two processes over one store, this one and another, told things at the same time; one journal. */
final class Pair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Engine engine;
    private final Site here;
    private final VictimProcess there;
    private final Journal journal = new Journal();
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();

    Pair(Path directory, Engine engine) throws IOException {
        this.directory = directory;
        this.engine = engine;
        this.here = new Site(directory, engine.open(directory), Failpoints.none(), this::see);
        var scratch = Files.createDirectory(directory.resolve("scratch"));
        this.there = VictimProcess.start(directory, scratch, engine, "-", 0, Sabotage.NONE);
        if (!there.hear(PATIENCE).equals("ready")) {
            throw new IllegalStateException(there.errors());
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        for (var line = there.hear(PATIENCE); !line.equals(VictimProcess.END); line = there.hear(PATIENCE)) {
            var words = line.split(" ", 3);
            if (words[0].equals("effect")) {
                see(words[1], words[2]);
            } else if (words[0].equals("done")) {
                hear(Integer.parseInt(words[1]), words[2]);
            }
        }
    }

    private synchronized void see(String redemption, String phone) {
        journal.see(redemption, phone);
    }

    private synchronized void hear(int number, String answer) {
        journal.hear(number, answer);
        Objects.requireNonNull(answers.remove(number)).complete(answer);
    }

    private synchronized Operation tell(String verb, String matter, String key, CompletableFuture<String> answer) {
        var operation = journal.tell(verb, matter, key);
        answers.put(operation.number, answer);
        return operation;
    }

    /** Has this host do it. */
    CompletableFuture<String> here(String verb, String matter, String key) {
        var answer = new CompletableFuture<String>();
        var operation = tell(verb, matter, key, answer);
        Thread.startVirtualThread(() -> hear(operation.number, here.answer(verb, matter, key)));
        return answer;
    }

    /** Has the host in the other process do it. */
    CompletableFuture<String> there(String verb, String matter, String key) {
        var answer = new CompletableFuture<String>();
        there.tell(tell(verb, matter, key, answer));
        return answer;
    }

    /** Has both do it so many times, all at once. */
    List<String> everywhere(int times, String verb, String matter, String key) {
        return answers(started(times, verb, matter, key));
    }

    List<CompletableFuture<String>> started(int times, String verb, String matter, String key) {
        var all = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < times; i++) {
            all.add(there(verb, matter, key));
            all.add(here(verb, matter, key));
        }
        return all;
    }

    static List<String> answers(List<CompletableFuture<String>> asked) {
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** A new token or code of the user. */
    String issued(String verb, String user) {
        return here(verb, user, "-").join().split(" ", 2)[1];
    }

    /** The other process. */
    long pid() {
        return there.pid();
    }

    synchronized int messages() {
        return journal.effects.size();
    }

    /** What is wrong between ledger, tables and journal. */
    synchronized List<String> violations() throws SQLException {
        var violations = new ArrayList<String>();
        try (var tables = engine.connect(directory)) {
            var books = Books.of(here.ledger(), tables);
            new BookChecks(books, journal, here::digest, violations).run();
        }
        if (!here.ledgerIsIntact()) {
            violations.add("the ledger is not intact");
        }
        return violations;
    }

    @Override
    public void close() {
        there.dismiss();
        there.close();
        here.close();
    }
}
