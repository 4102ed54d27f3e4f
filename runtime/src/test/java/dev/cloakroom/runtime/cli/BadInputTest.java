package dev.cloakroom.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer reads when something of theirs is wrong, on a small program: the place, the fix, status 2. */
class BadInputTest {

    @TempDir
    private Path folder;

    private String printed = "";

    @BeforeEach
    void program() throws IOException {
        write("app.json", "{\"pages\": [\"pages/a/a\"]}");
        write("app.js", "App({})");
        write("pages/a/a.wxml", "<view id='go' bindtap='go'>ready</view>");
        write("pages/a/a.js", "Page({\n  go() {},\n})");
        write("scenario.json", "{\"steps\": [{\"open\": \"\"}, {\"tap\": \"#go\"}, {\"wait\": \"idle\"}]}");
    }

    @Test
    void programThatIsRight_passes() {
        assertThat(drive()).as(printed).isZero();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
        delimiter = '|',
        value = {
            "app.json | {\"pages\": [] } | app.json:1:2: `pages` must not be empty",
            "app.json | {\"pages\": [ | app.json:1:",
            "app.json | {\"pages\": [\"pages/b/b\"]} | app.json:1:12: the page `pages/b/b` has no `pages/b/b.js`: create it or remove the page",
            "pages/a/a.wxml | <view>{{ 1 + }}</view> | pages/a/a.wxml:1:",
            "pages/a/a.js | Page({ go( }) | pages/a/a.js:1:",
            "scenario.json | {\"steps\": [{\"tapp\": \"#go\"}]} | did you mean `tap`?",
            "scenario.json | {\"steps\": [{\"tap\": \"##\"}]} | is not a CSS selector",
            "scenario.json | {\"steps\": [{\"open\": \"\"}, {\"revoke\": \"scope.nothing\"}]} | scope.nothing",
            "scenario.json | {\"steps\": | scenario.json:1:",
            "cloakroom.dev.json | {\"backend\": {\"command\": [\"no-such-program\"], \"serves\": \"https://a.example\"}} | no-such-program",
        }
    )
    void fileThatIsWrong_isNamedWithThePlace(String file, String content, String message) throws IOException {
        write(file, content);

        assertThat(drive()).as(printed).isEqualTo(Main.BAD_INPUT);
        assertThat(printed).contains(message).doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
            "Page({\\n  go() { throw new Error('too salty') },\\n}) | pages/a/a.js:2: | too salty",
            "Page({\\n  onLoad() { nothing.at.all },\\n  go() {},\\n}) | pages/a/a.js:2: | nothing is not defined",
            "Page({\\n  go() { setTimeout(() => { throw new Error('late') }, 1) },\\n}) | pages/a/a.js:2: | late",
            "Page({\\n  async go() { throw new Error('promised') },\\n}) | pages/a/a.js:2: | promised",
            "throw new Error('at once') | pages/a/a.js:1: | at once",
            "Page({\\n  go() { wx.chooseMessageFile() },\\n}) | pages/a/a.js:2 | chooseMessageFile:fail not supported",
            "Page({\\n  go() { wx.noSuchThing() },\\n}) | pages/a/a.js:2: | noSuchThing",
        }
    )
    void pageThatThrows_isNamedWithFileAndLine(String code, String at, String message) throws IOException {
        write("pages/a/a.js", code.replace("\\n", "\n"));

        assertThat(drive()).as(printed).isEqualTo(Main.BAD_INPUT);
        assertThat(printed).contains(at).contains(message).doesNotContain("\tat ");
    }

    @Test
    void unsupportedApiThatIsHandled_changesNothing() throws IOException {
        write("pages/a/a.js", "Page({ go() { wx.chooseMessageFile({ fail() {} }) } })");

        assertThat(drive()).as(printed).isZero();
    }

    @Test
    void portInUse_isToldWithTheFix() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(drive("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(Main.BAD_INPUT);
        }
        assertThat(printed).contains("in use").contains("--port");
    }

    @Test
    void portInUse_isToldBeforeAnythingStarts() throws IOException {
        write(
            "cloakroom.dev.json",
            "{\"backend\": {\"command\": [\"no-such-program\"], \"serves\": \"https://a.example\"}}"
        );

        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("run", folder.toString(), "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(2);
        }
        assertThat(printed).contains("in use").contains("--port").doesNotContain("no-such-program");
    }

    @ParameterizedTest(name = "{0} --port {1}")
    @CsvSource({ "run, 65536", "run, -1", "drive, 65536", "drive, -1" })
    void portThatCannotBe_isToldWithTheRange(String command, String port) {
        String[] line = command.equals("run")
            ? new String[] { "run", folder.toString(), "--port", port }
            : new String[] { "drive", folder.toString(), "--scenario", "none.json", "--port", port };

        assertThat(run(line)).as(printed).isEqualTo(Main.BAD_INPUT);
        assertThat(printed).contains("`--port` must be 0 to 65535");
    }

    @Test
    void userWhoIsNone_isToldWithThoseWhoAre() throws IOException {
        write("users.json", "{\"users\": [{\"id\": \"lin\"}, {\"id\": \"mei\"}]}");

        assertThat(
            run("run", folder.toString(), "--users", folder.resolve("users.json").toString(), "--user", "bo")
        ).isEqualTo(Main.BAD_INPUT);
        assertThat(printed).contains("--user bo: is none of the users `lin`, `mei`");
    }

    @ParameterizedTest
    @ValueSource(strings = { "run", "drive" })
    void version_isTold(String command) {
        assertThat(run(command, "--version")).isZero();
        assertThat(printed).startsWith("cloakroom ");
    }

    @Test
    void expectationThatFails_hasStatusOne() throws IOException {
        write("scenario.json", "{\"steps\": [{\"open\": \"\"}, {\"expect\": {\"text\": \"never\"}}]}");

        assertThat(drive()).isEqualTo(Main.FAILED);
        assertThat(printed).contains("scenario.json:1: step 2 `expect`");
    }

    @Test
    void missingFiles_areNamed() {
        assertThat(run("drive", "no-such-folder", "--scenario", folder.resolve("scenario.json").toString())).isEqualTo(
            2
        );
        assertThat(printed).contains("no-such-folder");
        assertThat(run("drive", folder.toString(), "--scenario", "no-such.json")).isEqualTo(2);
        assertThat(printed).contains("no-such.json");
        assertThat(run("drive", folder.toString())).isEqualTo(2);
        assertThat(printed).contains("--scenario");
    }

    private int drive(String... more) {
        List<String> line = new ArrayList<>(List.of("drive", folder.toString(), "--scenario"));
        line.add(folder.resolve("scenario.json").toString());
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private int run(String... line) {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        int status = Main.run(out, out, line);
        printed = text.toString();
        return status;
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, content);
    }
}
