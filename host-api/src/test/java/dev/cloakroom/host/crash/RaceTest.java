package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts in two processes over one store, told at once what only one of them may do. */
@Tag("processes")
class RaceTest {

    private static final int RACES = Integer.getInteger("crash.races", 500);
    private static final int FEWER_RACES = RACES / 10;
    private static final int EACH = 3;
    private static final Progress ONCE = new Progress("races: redeem-once", RACES, 1000);
    private static final Progress REVOKED = new Progress("races: redeem-or-revoke", RACES, 1000);

    @TempDir
    Path directory;

    Pair hosts;

    @BeforeEach
    void open() throws IOException {
        hosts = new Pair(directory, Engine.SQLITE);
    }

    /** Another one every ten races, who has a phone: nobody is asked more than sixty times. */
    private String user(int race) {
        var user = "u" + (2 * (race / 10) + 1);
        if (race % 10 == 0) {
            hosts.here("put", user, "-").join();
        }
        return user;
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    @Test
    void redeem_isDoneByOneOfAll() throws SQLException {
        for (int race = 0; race < RACES; race++) {
            var outcomes = hosts.everywhere(EACH, "redeem", hosts.issued("mint", user(race)), "-");
            assertThat(outcomes).filteredOn(RaceTest::isSent).hasSize(1);
            assertThat(outcomes)
                .filteredOn("refused INVALID_TOKEN"::equals)
                .hasSize(2 * EACH - 1);
            ONCE.done(race + 1, "");
        }
        consistent("redeem-once", RACES, RACES);
    }

    @Test
    void redeem_withOneKeyGivesAllTheSameReceipt() throws SQLException {
        for (int race = 0; race < FEWER_RACES; race++) {
            var outcomes = hosts.everywhere(EACH, "redeem", hosts.issued("mint", user(race)), "order-" + race);
            assertThat(outcomes.stream().map(RaceTest::receipt).distinct()).hasSize(1);
        }
        consistent("one-key", FEWER_RACES, FEWER_RACES);
    }

    @Test
    void revoke_letsNoRedemptionBeginAfterIt() throws SQLException {
        var before = 0;
        for (int race = 0; race < RACES; race++) {
            var user = user(race);
            var token = hosts.issued("mint", user);
            var redemptions = new ArrayList<>(hosts.started(1, "redeem", token, "-"));
            var revocation = race % 2 == 0 ? hosts.here("revoke", user, "-") : hosts.there("revoke", user, "-");
            redemptions.addAll(hosts.started(1, "redeem", token, "-"));
            revocation.join();
            assertThat(hosts.everywhere(1, "redeem", token, "-")).containsOnly("refused INVALID_TOKEN");
            var outcomes = Pair.answers(redemptions);
            before += (int) outcomes.stream().filter(RaceTest::isSent).count();
            assertThat(outcomes).filteredOn(RaceTest::isSent).hasSizeLessThan(2);
            REVOKED.done(race + 1, "; " + before + " redemptions came first");
        }
        consistent("redeem-or-revoke", RACES, before);
        assertThat(before)
            .as("redemptions that came first, of %d", RACES)
            .isBetween(1, RACES - 1);
    }

    @Test
    void exchange_givesOneOfAllTheSubject() throws SQLException {
        for (int race = 0; race < FEWER_RACES; race++) {
            var outcomes = hosts.everywhere(EACH, "exchange", hosts.issued("login", "u1"), "-");
            assertThat(outcomes)
                .filteredOn("empty"::equals)
                .hasSize(2 * EACH - 1);
        }
        consistent("login-code", FEWER_RACES, 0);
    }

    @Test
    void uninstall_leavesNoTokenOfTheFormerSubjectAlive() throws SQLException {
        for (int race = 0; race < FEWER_RACES; race++) {
            var user = user(race);
            var mints = new ArrayList<>(hosts.started(1, "mint", user, "-"));
            var uninstall = hosts.there("uninstall", user, "-");
            mints.addAll(hosts.started(1, "mint", user, "-"));
            uninstall.join();
            Pair.answers(mints);
        }
        consistent("request-or-uninstall", FEWER_RACES, 0);
    }

    @Test
    void erase_makesARedemptionSentOrFailedAndNothingElse() throws SQLException {
        for (int race = 0; race < FEWER_RACES; race++) {
            var user = user(race);
            hosts.here("put", user, "-").join();
            var token = hosts.issued("mint", user);
            var erasure = hosts.there("erase", user, "-");
            var redemption = hosts.here("redeem", token, "-").join();
            erasure.join();
            assertThat(redemption).matches("completed \\S+ (SENT|FAILED)");
        }
        assertThat(hosts.violations()).isEmpty();
    }

    private void consistent(String what, int races, int messages) throws SQLException {
        List<String> violations = hosts.violations();
        assertThat(violations).isEmpty();
        assertThat(hosts.messages()).isEqualTo(messages);
        System.out.println("races: " + what + ": 0 wrong, n = " + races + ", " + messages + " messages");
    }

    private static boolean isSent(String outcome) {
        return outcome.endsWith(" SENT");
    }

    private static String receipt(String outcome) {
        return outcome.replaceAll("^completed (\\S+) .*", "$1");
    }
}
