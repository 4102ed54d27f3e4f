package dev.cloakroom.runtime.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.runtime.fuzz.Mutations;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScenarioFuzzTest {

    private static final Users USERS = new Users(List.of(new UserProfile("lin", null, null, null, null)));

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30m")
    void scenario_isReadOrRefusedInPrintableWords(byte[] input) {
        try {
            Scenario scenario = new ScenarioReader(JsonFiles.read("s.json", input), USERS).scenario();
            assertThat(scenario.steps()).isNotEmpty();
        } catch (BadInput refused) {
            assertThat(refused.getMessage()).startsWith("s.json").doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void scenario_thatWasChanged_isReadOrRefused() throws Exception {
        Mutations.run(
            this::scenario_isReadOrRefusedInPrintableWords,
            5_000,
            """
            {"title":"t","steps":[{"open":""},{"tap":"#a .b"},{"input":"#b","text":"hi"},{"wait":{"page":"p"}},{"close":true}]}""",
            """
            {"user":"lin","steps":[{"open":"p?x=1","timeoutMs":5},{"wait":"idle"},{"consent":"once"},{"modal":"cancel"},
            {"expect":{"selector":".x:nth-child(2)","count":1}},{"revoke":"scope.phoneNumber"},{"advance":"PT10M"}]}""",
            """
            {"steps":[{"open":""},{"expect":{"text":"x","absent":true}},{"expect":{"sms":1,"prompts":0}},{"back":true},{"uninstall":true}]}"""
        );
    }
}
