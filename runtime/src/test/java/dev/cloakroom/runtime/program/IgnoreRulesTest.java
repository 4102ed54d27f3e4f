package dev.cloakroom.runtime.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {

    @TempDir
    Path dir;

    @Test
    void load_leavesOutFolder() throws Exception {
        assertIgnored("folder", "/backend/", "backend/server.js", "other/backend/a.js");
    }

    @Test
    void load_leavesOutFile() throws Exception {
        assertIgnored("file", "notes/README.md", "notes/README.md", "README.md");
    }

    @Test
    void load_leavesOutSuffix() throws Exception {
        assertIgnored("suffix", ".webp", "images/a.webp", "images/a.webp.js");
    }

    @Test
    void load_leavesOutPrefixOfName() throws Exception {
        assertIgnored("prefix", "test-", "a/test-b.js", "a/b-test-.js");
    }

    @Test
    void load_leavesOutGlob() throws Exception {
        assertIgnored("glob", "test/**/*.{js,wx?}", "test/a/b/c.wxs", "test/a/b/c.json");
        assertIgnored("glob", "test/**/*.{js,wx?}", "test/c.js", "atest/c.js");
        assertIgnored("glob", "a.b", "a.b", "acb");
    }

    @Test
    void load_leavesOutExpression() throws Exception {
        assertIgnored("regexp", "\\\\.jsx$", "a/b.jsx", "a/b.jsxx");
    }

    @Test
    void load_leavesOutToolsAndHiddenFiles() throws Exception {
        Files.createSymbolicLink(program("[]").path.resolve(".link"), dir);

        MiniProgram loaded = program("[]").write("node_modules/a.js", "").write(".git/x", "").load();

        assertThat(loaded.files().paths()).noneMatch(
            path -> path.contains("node_modules") || path.contains("git") || path.contains("project")
        );
    }

    @Test
    void load_refusesUnknownType() {
        assertRefused(
            "[{\"type\": \"dir\", \"value\": \"a\"}]",
            "`type` must be one of `folder`, `file`, `suffix`, `prefix`, `glob`, `regexp`"
        );
    }

    @Test
    void load_refusesRuleWithoutValue() {
        assertRefused("[{\"type\": \"file\"}]", "`value` must be a text of 1 to 512 characters");
    }

    @Test
    void load_refusesWhatIsNoExpression() {
        assertRefused("[{\"type\": \"regexp\", \"value\": \"(\"}]", "is not a regular expression");
    }

    @Test
    void load_refusesExpressionThatBacktracksWithoutEnd() throws Exception {
        Files.createDirectories(dir);
        program("[]").write("a".repeat(60) + "b", "");

        assertRefused(
            "[{\"type\": \"regexp\", \"value\": \"^a*a*a*a*a*a*a*a*c$\"}]",
            "takes too long to match: use a simpler expression"
        );
    }

    private void assertIgnored(String type, String value, String ignored, String kept) throws Exception {
        MiniProgram loaded = program("[{\"type\": \"" + type + "\", \"value\": \"" + value + "\"}]")
            .write(ignored, "")
            .write(kept, "")
            .load();

        assertThat(loaded.files().paths()).contains(kept).doesNotContain(ignored);
    }

    private void assertRefused(String rules, String problem) {
        assertThatThrownBy(() -> program(rules).load())
            .isInstanceOf(BadInput.class)
            .hasMessage("project.config.json:2:29: " + problem);
    }

    private ProgramDirectory program(String rules) throws Exception {
        return new ProgramDirectory(dir).write(
            "project.config.json",
            "{\"appid\": \"wx01\",\n \"packOptions\": {\"ignore\": " + rules + "}}"
        );
    }
}
