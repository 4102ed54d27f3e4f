package dev.cloakroom.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.protocol.Wall;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.StandingWalls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DoctorCommandTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there are no walls elsewhere")
    void machineWithAllWalls_isGood() {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);

        int status = Main.run(out, out, "doctor", "--json");

        JsonNode all = Json.parseObject(text.toString()).orElseThrow();
        assertThat(status).as(text.toString()).isZero();
        assertThat(all.path("confined").asBoolean()).isTrue();
        assertThat(all.path("walls")).hasSize(4).allMatch(JsonNode::asBoolean);
        assertThat(all.path("landlockVersion").asInt()).isPositive();
        assertThat(all.path("architecture").asText()).isEqualTo("x86-64");
    }

    @Test
    void missingWall_isToldWithWhatItNeeds() {
        var walls = new StandingWalls(EnumSet.complementOf(EnumSet.of(Wall.LANDLOCK)), 0, "x86-64", true);
        var diagnosis = new Diagnosis(walls, "Linux 5.4", "25.0.3 in /jdk", "v22.0.0");

        assertThat(diagnosis.isGood()).isFalse();
        assertThat(diagnosis.lines())
            .contains("kernel         Linux 5.4", "JDK            25.0.3 in /jdk", "Node           v22.0.0")
            .contains("architecture   x86-64, verified", "deny-list      stands")
            .contains("landlock       MISSING: needs Linux 5.13 or newer with `landlock` in /sys/kernel/security/lsm")
            .endsWith("programs are not fully confined on this machine");
    }

    @Test
    void architectureThatWasNeverTested_isSaidToBeUnverified() {
        var walls = new StandingWalls(EnumSet.allOf(Wall.class), 7, "aarch64", false);

        assertThat(new Diagnosis(walls, "", "", "").lines())
            .contains("architecture   aarch64, NOT verified: its walls were never tested")
            .endsWith("all walls stand");
    }

    @Test
    void otherSystem_hasNoWalls() {
        var diagnosis = new Diagnosis(new StandingWalls(Set.of(), 0, "", false), "Mac OS X 26", "", "");

        assertThat(diagnosis.isGood()).isFalse();
        assertThat(diagnosis.lines().get(1)).contains("there are no walls for it on this system");
        assertThat(diagnosis.toJson().path("confined").asBoolean()).isFalse();
    }
}
