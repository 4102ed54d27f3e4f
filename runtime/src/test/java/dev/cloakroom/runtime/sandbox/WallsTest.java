package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.protocol.Wall;
import dev.cloakroom.worker.confine.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker's process that was taken over, with its walls and without: what fails for want of walls only, counts. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there are no walls elsewhere")
class WallsTest {

    private static final int OPEN = 2;

    private static ProbedWorker confined = new ProbedWorker(List.of(), Map.of(), "");
    private static ProbedWorker free = confined;

    @BeforeAll
    static void attack(@TempDir Path folder) throws Exception {
        // a file that a native library of the host forgot to keep to itself
        assertThat(Kernel.call(OPEN, Attacks.text("/etc/passwd"), 0, 0)).isPositive();
        confined = ProbedWorker.run(Files.createDirectory(folder.resolve("confined")), true);
        free = ProbedWorker.run(Files.createDirectory(folder.resolve("free")), false);
    }

    static Stream<String> attacks() {
        return Attacks.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void attack_isRefused(String attack) {
        assertThat(confined.outcomes().get(attack)).matches("error (1|13)|refused by .*");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void attack_isNotRefusedWithoutWalls(String attack) {
        assertThat(free.outcomes().get(attack)).matches("worked|error (?!(1|13)$)\\d+");
    }

    @Test
    void worker_saysThatAllStand() throws Exception {
        StandingWalls walls = StandingWalls.read(confined.ready());

        assertThat(walls.standing()).containsExactlyInAnyOrder(Wall.values());
        assertThat(walls.missing()).isEmpty();
        assertThat(walls.landlock()).isPositive();
        assertThat(walls.architecture()).isEqualTo("x86-64");
        assertThat(walls.verified()).isTrue();
    }

    @Test
    void worker_inheritsItsChannelAndNothingElse() {
        assertThat(confined.facts())
            .contains("environment {}")
            .anyMatch(fact -> fact.matches("folder .*cloakroom-worker-.*"));
        assertThat(descriptors("[012] .*"))
            .hasSize(3)
            .allMatch(fact -> fact.contains(" pipe:["));
        assertThat(descriptors("(?![012] ).*"))
            .extracting(WallsTest::target)
            .allMatch(WallsTest::isOfTheJvm)
            .doesNotHaveDuplicates();
    }

    private static Stream<String> descriptors(String pattern) {
        return confined
            .facts()
            .stream()
            .filter(fact -> fact.startsWith("descriptor "))
            .map(fact -> fact.substring("descriptor ".length()))
            .filter(fact -> fact.matches(pattern));
    }

    private static String target(String descriptor) {
        return descriptor.substring(descriptor.indexOf(' ') + 1);
    }

    private static boolean isOfTheJvm(String file) {
        return file.endsWith(".jar") || file.startsWith(System.getProperty("java.home"));
    }
}
