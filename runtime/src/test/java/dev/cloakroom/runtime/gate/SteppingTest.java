package dev.cloakroom.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.HostOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that change the world around a program do so after what the steps before them led to. */
class SteppingTest {

    @TempDir
    private static Path folder;

    @Test
    void advance_comesAfterTheConsentBeforeItHasBecomeAToken() throws IOException {
        JsonNode minted = entry(
            played("{ \"consent\": \"once\" }, { \"advance\": \"PT10M\" }, { \"wait\": \"idle\" }"),
            "minted"
        );

        assertThat(at(minted)).isBefore(Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void revocation_takesBackWhatTheConsentBeforeItGave() throws IOException {
        JsonNode report = played(
            "{ \"consent\": \"allow\" }, { \"revoke\": \"scope.phoneNumber\" }, { \"wait\": \"idle\" }"
        );

        assertThat(report.at("/host/grants").findValuesAsText("state")).containsExactly("revoked");
    }

    private static JsonNode played(String steps) throws IOException {
        Path scenario = Files.writeString(
            folder.resolve("steps.json"),
            """
            { "steps": [
              { "open": "" }, { "tap": "#dish-1 .add" }, { "tap": "#checkout" }, { "tap": "#use-phone" }, %s ] }
            """.formatted(steps)
        );
        var options = HostOptions.defaults(folder.resolve("cache"));
        return Played.of(Samples.FOOD_ORDER, scenario, options, new Random(7)).report().toJson();
    }

    private static JsonNode entry(JsonNode report, String kind) {
        return StreamSupport.stream(report.at("/host/ledger").spliterator(), false)
            .filter(entry -> entry.path("kind").asText().equals(kind))
            .findFirst()
            .orElseThrow();
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }
}
