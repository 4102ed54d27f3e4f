package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 in a loop: at each named failpoint, then at random times, while operations overlap. The system property
 * {@code crash.kills} says how many. The process is killed, not the machine: what is
 * written but not synced survives here, and only the database's settings speak for power cuts.
 */
@Tag("processes")
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 56);
    private static final int KILLS_OF_A_STORE = 56;
    private static final Progress PROGRESS = new Progress("crash: kills", KILLS, 50);
    private static final Duration LATEST = Duration.ofMillis(1500);

    @TempDir
    Path directory;

    @Test
    void failpoints_areAllReached() {
        var hits = new CrashRun(directory, Engine.SQLITE, Sabotage.NONE, 1, new Tally()).census();
        assertThat(hits).containsKeys(Failpoints.NAMED.toArray(String[]::new));
        assertThat(Failpoints.NAMED).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
        Failpoints.NAMED.forEach(name ->
            System.out.println("failpoint " + name + " passed " + hits.get(name) + " times")
        );
    }

    @Test
    void killedHost_losesNothingDoublesNothingAndRevivesNothing() {
        var seed = new Random().nextLong();
        var tally = new Tally();
        System.out.println("crash: seed " + seed + ", " + KILLS + " kills");
        for (int store = 0; tally.kills < KILLS; store++) {
            var run = new CrashRun(
                directory.resolve("store-" + store),
                Engine.SQLITE,
                Sabotage.NONE,
                seed + store,
                tally
            );
            oneStore(run, Math.min(KILLS_OF_A_STORE, KILLS - tally.kills), seed, tally);
            run.close();
        }
        System.out.println("crash: lost 0, doubled 0, revived 0; " + tally);
        assertThat(tally.kills).isEqualTo(KILLS);
        assertThat(tally.messages).isPositive();
    }

    private static void oneStore(CrashRun run, int kills, long seed, Tally tally) {
        for (int kill = 0; kill < kills; kill++) {
            var failpoint = kill < Failpoints.NAMED.size() ? Failpoints.NAMED.get(kill) : "any time";
            var violations = kill < Failpoints.NAMED.size() ? run.killAt(failpoint) : run.killAtAnyTime(LATEST);
            assertThat(violations).as("after kill %d at %s, seed %d", kill, failpoint, seed).isEmpty();
            PROGRESS.done(tally.kills, "; " + tally);
        }
    }
}
