package dev.cloakroom.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevConfigTest {

    @TempDir
    private Path folder;

    @Test
    void folderWithoutTheFile_hasALocalDeveloperAndNoBackEnd() {
        assertThat(DevConfig.read(folder)).isEqualTo(
            new DevConfig("local-developer", "Local developer", Optional.empty())
        );
    }

    @Test
    void file_namesTheDeveloperAndTheBackEnd() throws IOException {
        assertThat(
            read(
                """
                {
                  "developer": { "id": "acme", "name": "Acme Ltd" },
                  "backend": { "command": ["node", "server.mjs"], "serves": "https://shop.example:8443" }
                }"""
            )
        ).isEqualTo(
            new DevConfig(
                "acme",
                "Acme Ltd",
                Optional.of(new DevConfig.Backend(List.of("node", "server.mjs"), "https://shop.example:8443"))
            )
        );
    }

    @Test
    void emptyObject_isTheDefault() throws IOException {
        assertThat(read("{}")).isEqualTo(DevConfig.read(folder.resolve("nowhere")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
            "{ | :",
            "[] | :1",
            "{'backends': {}} | backends",
            "{'developer': {'id': 'acme'}} | name",
            "{'developer': {'id': 'Acme Ltd', 'name': 'x'}} | id",
            "{'backend': {'serves': 'https://shop.example'}} | command",
            "{'backend': {'command': [], 'serves': 'https://shop.example'}} | command",
            "{'backend': {'command': 'node server.mjs', 'serves': 'https://shop.example'}} | command",
            "{'backend': {'command': ['node'], 'serves': 'https://shop.example/api'}} | serves",
            "{'backend': {'command': ['node'], 'serves': 'file:///etc'}} | serves",
            "{'backend': {'command': ['node'], 'serves': 'https://me@shop.example'}} | serves",
        }
    )
    void fileWithAMistake_isRefusedNamingIt(String text, String named) {
        assertThatThrownBy(() -> read(text.replace('\'', '"')))
            .isInstanceOf(BadInput.class)
            .hasMessageStartingWith(folder.resolve(DevConfig.FILE).toString() + ":")
            .hasMessageContaining(named);
    }

    private DevConfig read(String text) throws IOException {
        Files.writeString(folder.resolve(DevConfig.FILE), text);
        return DevConfig.read(folder);
    }
}
