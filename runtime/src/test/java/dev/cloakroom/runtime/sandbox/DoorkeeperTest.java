package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.protocol.Wall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that lacks walls. */
class DoorkeeperTest {

    private static final String TWO = "{\"walls\": [\"no-new-privs\", \"deny-list\"], \"landlock\": 0}";

    @TempDir
    private Path folder;

    @Test
    void requiredWallThatIsMissing_isNamed() {
        assertThatThrownBy(() -> new Doorkeeper(true).check(StandingWalls.read(TWO)))
            .isInstanceOf(NotConfined.class)
            .hasMessage("confinement is required, and this machine lacks landlock, allow-list");
    }

    @Test
    void wallThatIsMissing_isNoReasonToRefuseByDefault() {
        assertThatCode(() -> new Doorkeeper(false).check(StandingWalls.read(TWO))).doesNotThrowAnyException();
    }

    @Test
    void workerWithoutRequiredWalls_getsNoProgramAndIsEnded() throws Exception {
        Path home = Files.createDirectory(folder.resolve("worker"));

        assertThatThrownBy(() -> ScriptedWorker.start(Limits.DEFAULT, home, true)).isInstanceOf(NotConfined.class);

        assertThat(home).doesNotExist();
    }

    @Test
    void whatAFrameDoesNotSay_doesNotStand() throws Exception {
        assertThat(StandingWalls.read("{}").missing()).containsExactly(Wall.values());
        assertThat(StandingWalls.read(TWO).missing()).containsExactly(Wall.LANDLOCK, Wall.ALLOW_LIST);
        assertThat(new StandingWalls(EnumSet.allOf(Wall.class), 7, "x86-64", true).missing()).isEmpty();
        assertThat(new StandingWalls(Set.of(), 0, "", false).missing()).hasSize(4);
    }

    @Test
    void wallThatNobodyKnows_isMisbehaviour() {
        assertThatThrownBy(() -> StandingWalls.read("{\"walls\": [\"moat\"]}")).isInstanceOf(GuestMisbehaved.class);
        assertThatThrownBy(() -> StandingWalls.read("[]")).isInstanceOf(GuestMisbehaved.class);
    }
}
