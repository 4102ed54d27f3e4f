package dev.cloakroom.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {

    @Test
    void read_acceptsByteOrderMark() {
        assertThat(json("\uFEFF{\"a\": 1}").root().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void at_namesLineAndColumnOfTheMember() {
        JsonInput input = json("{\n  \"a\":\n     [1,\n   {\"b\": 2}]\n}");

        assertThat(input.at(input.root())).isEqualTo("t.json:1:1");
        assertThat(input.at(input.root().at("/a"))).isEqualTo("t.json:2:3");
        assertThat(input.at(input.root().at("/a/0"))).isEqualTo("t.json:3:7");
        assertThat(input.at(input.root().at("/a/1"))).isEqualTo("t.json:4:4");
        assertThat(input.at(input.root().at("/a/1/b"))).isEqualTo("t.json:4:5");
    }

    @Test
    void read_refusesNameThatStandsTwice() {
        assertRefused("{\"a\": 1,\n \"a\": 2}", "t.json:2:5: is not valid JSON: duplicate field 'a'");
    }

    @Test
    void read_refusesTextAfterTheEnd() {
        assertRefused("{}\n {}", "t.json:2:2: is not valid JSON: there is text after the end of the value");
    }

    @Test
    void read_refusesGarbageAfterTheEnd() {
        assertRefused(
            "{}\n x",
            "t.json:2:2: is not valid JSON: unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
        );
    }

    @Test
    void read_refusesEmptyText() {
        assertRefused(" ", "t.json:1:2: is not valid JSON: there is no value");
    }

    @Test
    void read_refusesTrailingComma() {
        assertRefused(
            "{\"a\": 1,\n}",
            "t.json:2:1: is not valid JSON: unexpected character ('}' (code 125)): was expecting double-quote to start field name"
        );
    }

    @Test
    void read_refusesDeepNesting() {
        assertThatThrownBy(() -> json("[".repeat(101)))
            .isInstanceOf(BadInput.class)
            .hasMessageStartingWith("t.json: is not valid JSON: document nesting depth (101) exceeds");
    }

    @Test
    void read_refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> JsonFiles.read("t.json", new byte[] { '"', (byte) 0xff, '"' }))
            .isInstanceOf(BadInput.class)
            .hasMessage("t.json: is not UTF-8");
    }

    @Test
    void read_refusesLargeText() {
        assertThatThrownBy(() -> JsonFiles.read("t.json", new byte[JsonFiles.MAX_BYTES + 1]))
            .isInstanceOf(BadInput.class)
            .hasMessage("t.json: is larger than 4 MB");
    }

    @Test
    void read_refusesMissingFile(@TempDir Path dir) {
        Path file = dir.resolve("x.json");

        assertThatThrownBy(() -> JsonFiles.read(file))
            .isInstanceOf(BadInput.class)
            .hasMessage(file + ": there is no such file");
    }

    @Test
    void read_readsFile(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("x.json"), "[true]");

        assertThat(JsonFiles.read(file).root().path(0).asBoolean()).isTrue();
    }

    private static JsonInput json(String text) {
        return JsonFiles.read("t.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> json(text))
            .isInstanceOf(BadInput.class)
            .hasMessage(message);
    }
}
