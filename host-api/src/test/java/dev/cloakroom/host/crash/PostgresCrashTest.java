package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.storage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same kills and races with the store on PostgreSQL. The hosts are killed, the server is not. */
@Tag("processes")
class PostgresCrashTest {

    private static final int KILLS = Math.max(1, Integer.getInteger("crash.kills", 56) / 4);
    private static final int RACES = Math.max(1, Integer.getInteger("crash.races", 500) / 10);
    private static final Progress KILLED = new Progress("crash on PostgreSQL: kills", KILLS, 50);
    private static final Progress RACED = new Progress("races on PostgreSQL: redeem-once", RACES, 250);
    private static final Duration LATEST = Duration.ofMillis(2500);

    @TempDir
    Path directory;

    private final Engine engine = new Engine(PostgresServer.newDatabase().url());

    @Test
    void killedHost_losesNothingDoublesNothingAndRevivesNothing() {
        var seed = new Random().nextLong();
        var tally = new Tally();
        var run = new CrashRun(directory, engine, Sabotage.NONE, seed, tally);
        var failpoints = Failpoints.NAMED.size();
        for (int kill = 0; kill < KILLS; kill++) {
            var failpoint = Failpoints.NAMED.get(Math.floorMod(13L * kill + seed, failpoints));
            var violations = kill % 4 == 3 ? run.killAtAnyTime(LATEST) : run.killAt(failpoint);
            assertThat(violations).as("after kill %d at %s, seed %d", kill, failpoint, seed).isEmpty();
            KILLED.done(tally.kills, "; " + tally);
        }
        run.close();
        System.out.println("crash on PostgreSQL: lost 0, doubled 0, revived 0; " + tally);
    }

    @Test
    void redeem_isDoneByOneOfAll() throws Exception {
        try (var hosts = new Pair(directory, engine)) {
            for (int race = 0; race < RACES; race++) {
                var user = "u" + (2 * (race / 10) + 1);
                hosts.here("put", user, "-").join();
                var outcomes = hosts.everywhere(3, "redeem", hosts.issued("mint", user), "-");
                assertThat(outcomes)
                    .filteredOn(outcome -> outcome.endsWith(" SENT"))
                    .hasSize(1);
                RACED.done(race + 1, "");
            }
            assertThat(hosts.violations()).isEmpty();
            System.out.println("races on PostgreSQL: redeem-once: 0 wrong, n = " + RACES);
        }
    }
}
