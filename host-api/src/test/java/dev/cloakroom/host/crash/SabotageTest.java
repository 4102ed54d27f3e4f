package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop of {@link CrashTest} over hosts that are wrong: it must see each within a few kills. */
@Tag("processes")
class SabotageTest {

    private static final int MOST_KILLS = 15;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock = """
        COMMITS_HALF_WAY      | tokens.insert/after                                | tables and ledger differ or the store refuses
        REVOKES_IN_MEMORY     | transactions.commit(revoked)/after                 | a dead token works
        SPENDS_IN_MEMORY      | transactions.commit(redemption-completed)/after    | a dead token works
        SPENDS_NOTHING        | transactions.commit(redemption-completed)/after    | two messages for token
        RETRIES_UNKNOWN       | action.perform/after                               | two messages for redemption"""
    )
    void wrongHost_isSeenWithinAFewKills(Sabotage sabotage, String failpoint, String complaint) {
        var tally = new Tally();
        var run = new CrashRun(directory, Engine.SQLITE, sabotage, 1, tally);
        List<String> violations = new ArrayList<>();
        while (tally.kills < MOST_KILLS && violations.stream().noneMatch(each -> isOneOf(each, complaint))) {
            violations.addAll(run.killAt(failpoint));
        }
        assertThat(violations).anyMatch(violation -> isOneOf(violation, complaint));
        System.out.println("crash: " + sabotage + " is seen after kill " + tally.kills);
    }

    private static boolean isOneOf(String violation, String complaints) {
        return Stream.of(complaints.split(" or ")).anyMatch(violation::contains);
    }
}
