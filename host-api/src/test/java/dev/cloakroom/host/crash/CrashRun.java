package dev.cloakroom.host.crash;

import dev.cloakroom.host.error.BrokerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One store through many lives of its host: start, work, kill, look, again. The journal is in this process, which is
 * never killed, so what a victim wrote before it died counts as said.
 */
final class CrashRun {

    private static final int AT_ONCE = 4;
    private static final int MAX_OPERATIONS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path scratch;
    private final Engine engine;
    private final Sabotage sabotage;
    private final Random random;
    private final Journal journal = new Journal();
    private final Map<String, Integer> hits = new HashMap<>();
    private final Tally tally;

    CrashRun(Path directory, Engine engine, Sabotage sabotage, long seed, Tally tally) {
        this.directory = directory.resolve("store");
        this.scratch = directory.resolve("scratch");
        this.engine = engine;
        this.sabotage = sabotage;
        this.random = new Random(seed);
        this.tally = tally;
    }

    /** Kills when the failpoint is reached, at one of the first times; returns what is wrong then. */
    List<String> killAt(String failpoint) {
        var since = journal.operations.size();
        try (var victim = start(failpoint, 1 + random.nextInt(2))) {
            work(victim, PATIENCE);
            kill(victim);
        }
        if (!hits.containsKey(failpoint)) {
            throw new IllegalStateException("failpoint `" + failpoint + "` is not reached");
        }
        return look(since);
    }

    /** Kills at any time from the start of the JVM on. */
    List<String> killAtAnyTime(Duration latest) {
        var since = journal.operations.size();
        try (var victim = start("-", 0)) {
            work(victim, Duration.ofNanos(random.nextLong(latest.toNanos())));
            kill(victim);
        }
        return look(since);
    }

    /** Lets a victim work and end in good order; returns how often it passed each failpoint. */
    Map<String, Integer> census() {
        try (var victim = start("-", 0)) {
            work(victim, PATIENCE);
            victim.dismiss();
            drain(victim);
        }
        return hits;
    }

    private VictimProcess start(String failpoint, int times) {
        cleared(scratch);
        return VictimProcess.start(directory, scratch, engine, failpoint, times, sabotage);
    }

    /** Each killed JVM leaves the native library that it unpacked. */
    private static void cleared(Path scratch) {
        try {
            Files.createDirectories(scratch);
            try (var files = Files.list(scratch)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void work(VictimProcess victim, Duration time) {
        var workload = new Workload(random, journal);
        var end = System.nanoTime() + time.toNanos();
        var free = 0;
        var told = 0;
        while (told < MAX_OPERATIONS || free < AT_ONCE) {
            for (; free > 0 && told < MAX_OPERATIONS; free--, told++) {
                victim.tell(workload.next());
            }
            var line = victim.hear(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            free += note(line);
            if (line.equals(VictimProcess.END)) {
                throw new IllegalStateException("the victim ended by itself: " + victim.errors());
            }
            if (line.startsWith("at ") || System.nanoTime() >= end) {
                break;
            }
        }
        tally.operations += told;
    }

    /** What it said before it died is in the pipe still. */
    private void kill(VictimProcess victim) {
        victim.kill();
        drain(victim);
        tally.kills++;
    }

    private void drain(VictimProcess victim) {
        for (var line = victim.hear(PATIENCE); !line.equals(VictimProcess.END); line = victim.hear(PATIENCE)) {
            note(line);
        }
    }

    /** Writes a line of the victim down; returns for how many more operations it has room. */
    private int note(String line) {
        var words = line.split(" ", 3);
        switch (words[0]) {
            case "done" -> journal.hear(Integer.parseInt(words[1]), words[2]);
            case "effect" -> journal.see(words[1], words[2]);
            case "at" -> hits.merge(words[1], 1, Integer::sum);
            case "hit" -> hits.merge(words[1], Integer.parseInt(words[2]), Integer::sum);
            default -> {
            }
        }
        return words[0].equals("done") ? 1 : words[0].equals("ready") ? AT_ONCE : 0;
    }

    /** Opens the store as the next host would, and compares everything with the journal. */
    private List<String> look(int since) {
        tally.underWay += unanswered(since);
        var violations = new ArrayList<String>();
        try (
            var site = new Site(directory, engine.open(directory), Failpoints.none(), journal::see);
            var tables = engine.connect(directory)
        ) {
            var books = Books.of(site.ledger(), tables);
            require(site.ledgerIsIntact(), violations);
            new BookChecks(books, journal, site::digest, violations).run();
            var probes = new Probes(site, books, journal, since, violations);
            probes.run();
            new BookChecks(Books.of(site.ledger(), tables), journal, site::digest, violations).run();
            count(probes);
        } catch (BrokerException e) {
            // a host that cannot go on from what the last one left
            violations.add("the store refuses: " + e.getMessage());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return violations.isEmpty() ? violations : explained(violations);
    }

    private List<String> explained(List<String> violations) {
        try {
            violations.add("the victim's log: " + Files.readString(scratch.resolve("errors.txt")));
            return violations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int unanswered(int since) {
        return (int) journal.operations
            .stream()
            .skip(since)
            .filter(operation -> !operation.isAnswered())
            .count();
    }

    private static void require(boolean intact, List<String> violations) {
        if (!intact) {
            violations.add("the ledger is not intact");
        }
    }

    private void count(Probes probes) {
        tally.deadTokens += probes.deadTokens;
        tally.liveTokens += probes.liveTokens;
        tally.replays += probes.replays;
    }

    /** Counts what the journal has: call it once, at the end. */
    void close() {
        tally.messages += journal.effects.size();
        tally.entries += journal.ledger.size();
    }
}
