package dev.cloakroom.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramPackage;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {

    @TempDir
    private Path folder;

    @Test
    void programThatIsLargerThanTheLimit_isNotStarted() throws IOException {
        HostOptions options = HostOptions.defaults(folder.resolve("cache")).withLimits(
            Limits.DEFAULT.withProgramBytes(10)
        );
        var files = ProgramPackage.of(Map.of("app.js", new byte[6], "app.json", new byte[5]));
        var program = new MiniProgram(Programs.MANIFEST, files, Map.of("app.json", Json.object()));

        try (
            var host = Host.open(folder.resolve("data"), _ -> ConsentAnswer.DENY, options);
            var storage = new ProgramStorage(folder.resolve("storage"))
        ) {
            assertThatThrownBy(() -> host.run(program, Programs.PROGRAM, storage))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has more than 10 bytes (limit `programBytes`)");
        }
    }

    @Test
    void databaseOfTheOptions_takesThePlaceOfTheFile() {
        var nobody = new SharedDatabase("jdbc:postgresql://localhost:1/db?user=a", Optional::empty);
        HostOptions options = HostOptions.defaults(folder.resolve("cache")).withDatabase(nobody);

        assertThatThrownBy(() -> Host.open(folder.resolve("data"), _ -> ConsentAnswer.DENY, options))
            .isInstanceOf(BrokerException.class)
            .hasMessageContaining("PostgreSQL")
            .hasMessageContaining("cannot be reached");
        assertThat(folder.resolve("data/cloakroom.db")).doesNotExist();
    }
}
