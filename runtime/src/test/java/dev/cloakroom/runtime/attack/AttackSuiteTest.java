package dev.cloakroom.runtime.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hostile programs in real workers, under the real host. Each has an outcome that is right; and where the one wall is
 * missing that should stop it, it gets what it wants, so that none is known to be harmless for another reason.
 */
@Tag("attacks")
class AttackSuiteTest {

    private static final int AT_LEAST = 150;
    private static final String NOT_EXERCISED = "not exercised";

    /** A worker that was taken over: it writes whatever the program wants. */
    private static final List<Patch> TAKEN_OVER = List.of(
        new Patch(
            "worker/src/main/java/dev/cloakroom/worker/GuestContext.java",
            "Kind kind = KINDS\\.get\\(args\\[0\\]\\.asString\\(\\)\\);",
            """
            if (args[0].asString().equals("SESSION")) {
                return channel.session();
            }
            if (args[0].asString().equals("RAW")) {
                try {
                    new java.io.FileOutputStream(java.io.FileDescriptor.out).write(
                        java.util.HexFormat.of().parseHex(args[1].asString())
                    );
                } catch (java.io.IOException hostIsGone) {
                    return null;
                }
            }
            Kind kind = KINDS.get(args[0].asString());"""
        )
    );

    @TempDir
    private static Path folder;

    private static Path shared;

    private static final List<Attack> ATTACKS = Attack.all();
    private static final Map<String, Outcome> OUTCOMES = new HashMap<>();

    @BeforeAll
    static void attack() throws Exception {
        List<Attack> onTheHost = ATTACKS.stream()
            .filter(attack -> attack.wall() != Wall.FRAMES)
            .toList();
        shared = Files.createDirectory(folder.resolve("shared"));
        try (var run = new AttackRun(shared, Files.createDirectory(folder.resolve("host")))) {
            OUTCOMES.putAll(run.each(onTheHost));
        }
        OUTCOMES.putAll(onPatchedHost("taken-over", TAKEN_OVER, Wall.FRAMES, "each"));
        AttackReport.write(ATTACKS, OUTCOMES);
    }

    @TestFactory
    Stream<DynamicTest> attack_hasTheOutcomeThatIsRight() {
        return ATTACKS.stream().map(attack ->
            DynamicTest.dynamicTest(attack.id(), () -> assertThat(attack.expected()).contains(outcome(attack).text()))
        );
    }

    @Test
    void attacks_areManyAndUseWhatIsThere() {
        assertThat(ATTACKS)
            .filteredOn(attack -> !outcome(attack).text().equals(NOT_EXERCISED))
            .hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(ATTACKS).extracting(Attack::id).doesNotHaveDuplicates();
        assertThat(ATTACKS).extracting(Attack::mechanism).doesNotHaveDuplicates();
    }

    @Test
    void attackThatDoesNotEnd_isGoneSoonAfterItsDeadline() {
        assertThat(OUTCOMES.values()).allSatisfy(outcome ->
            assertThat(outcome.millisecondsPastDeadline()).isLessThan(AttackRun.GRACE.toMillis())
        );
    }

    @ParameterizedTest
    @EnumSource
    void hostWithoutTheWall_isRobbedByEachOfItsAttacks(Wall wall) throws Exception {
        List<Patch> patches = new ArrayList<>(wall.patches());
        patches.addAll(wall == Wall.FRAMES ? TAKEN_OVER : List.of());
        String way = wall == Wall.DEADLINE ? "atOnce" : "inOneWorker";

        Map<String, Outcome> outcomes = onPatchedHost("without-" + wall, patches, wall, way);

        assertThat(outcomes)
            .isNotEmpty()
            .allSatisfy((_, outcome) -> assertThat(outcome).matches(Outcome::isSuccess));
    }

    private static Map<String, Outcome> onPatchedHost(String name, List<Patch> patches, Wall wall, String way)
        throws Exception {
        Path run = Files.createDirectories(folder.resolve(name).resolve("run"));
        try (var host = PatchedHost.in(folder.resolve(name), patches)) {
            return host
                .call(AttackRun.class, "run", shared.toString(), run.toString(), wall.name(), way)
                .lines()
                .map(line -> line.split("\t", 3))
                .collect(Collectors.toMap(line -> line[0], line -> new Outcome(line[2], Long.parseLong(line[1]))));
        }
    }

    private static Outcome outcome(Attack attack) {
        return Objects.requireNonNull(OUTCOMES.get(attack.id()));
    }
}
