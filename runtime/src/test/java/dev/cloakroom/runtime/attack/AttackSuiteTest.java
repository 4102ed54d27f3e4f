package dev.cloakroom.runtime.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile programs in real workers, under the real host. Each has an outcome that is right; and where the one wall is
 * missing that should stop it, it gets what it wants, so that none is known to be harmless for another reason.
 */
@Tag("attacks")
class AttackSuiteTest {

    private static final int AT_LEAST = 150;
    private static final String NOT_EXERCISED = "not exercised";

    @TempDir
    private static Path folder;

    private static final List<Attack> PROGRAMS = Attack.selected();
    private static final List<Attack> ATTACKS = Stream.concat(PROGRAMS.stream(), KernelRun.attacks().stream()).toList();
    private static final Map<String, Outcome> OUTCOMES = new HashMap<>();
    private static AttackRuns runs;

    @BeforeAll
    static void attack() throws Exception {
        runs = new AttackRuns(folder);
        OUTCOMES.putAll(runs.onTheHost(PROGRAMS));
        OUTCOMES.putAll(KernelRun.outcomes(folder.resolve("confined"), true));
        AttackReport.write(ATTACKS, OUTCOMES);
    }

    @TestFactory
    Stream<DynamicTest> attack_hasTheOutcomeThatIsRight() {
        return ATTACKS.stream().map(attack ->
            DynamicTest.dynamicTest(attack.id(), () -> assertThat(outcome(attack)).matches(attack::expects))
        );
    }

    @Test
    void attackThatDoesNotEnd_isGoneAfterItsDeadline() {
        assertThat(OUTCOMES).allSatisfy((_, outcome) ->
            assertThat(outcome.millisecondsPastDeadline()).isLessThan(Pace.GRACE.toMillis())
        );
    }

    static Stream<Wall> walls() {
        return PROGRAMS.stream().map(Attack::wall).distinct();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void hostWithoutTheWall_isRobbedByEachOfItsAttacks(Wall wall) throws Exception {
        List<Attack> attacks = PROGRAMS.stream()
            .filter(attack -> attack.wall() == wall)
            .toList();

        Map<String, Outcome> outcomes = runs.without(List.of(wall), attacks);

        assertThat(attacks).allSatisfy(attack ->
            assertThat(outcomes.get(attack.id())).matches(attack::succeeds, "what " + attack.id() + " wants")
        );
    }

    @Test
    void processWithoutTheKernelsWalls_getsOut() throws Exception {
        assertThat(KernelRun.outcomes(folder.resolve("free"), false))
            .isNotEmpty()
            .allSatisfy((_, outcome) -> assertThat(outcome).matches(Outcome::isReached));
    }

    @Test
    void attacks_areManyAndUseWhatIsThere() {
        assertThat(ATTACKS).extracting(Attack::id).doesNotHaveDuplicates();
        assertThat(ATTACKS).extracting(Attack::mechanism).doesNotHaveDuplicates();
        assertThat(ATTACKS)
            .filteredOn(attack -> !outcome(attack).text().equals(NOT_EXERCISED))
            .hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    private static Outcome outcome(Attack attack) {
        return Objects.requireNonNull(OUTCOMES.get(attack.id()));
    }
}
