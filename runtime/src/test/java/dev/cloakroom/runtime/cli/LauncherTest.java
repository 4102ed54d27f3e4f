package dev.cloakroom.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of a checkout on machines where something is missing: only what a test puts on the PATH is there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {

    private static final List<String> TOOLS = List.of(
        "sh",
        "dirname",
        "readlink",
        "grep",
        "find",
        "touch",
        "mkdir",
        "mv",
        "tail",
        "cat"
    );

    @TempDir
    private Path machine;

    private String printed = "";

    @BeforeEach
    void checkout() throws IOException {
        for (String folder : List.of("bin", "jdk/bin", "checkout/host-api", "checkout/runtime", "checkout/docs")) {
            Files.createDirectories(machine.resolve(folder));
        }
        Files.copy(Path.of("../cloakroom"), machine.resolve("checkout/cloakroom"));
        Files.copy(Path.of("../pom.xml"), machine.resolve("checkout/pom.xml"));
        for (String tool : TOOLS) {
            program("bin/" + tool, "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
        Files.writeString(machine.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        program("jdk/bin/javac", "exit 0");
        program("jdk/bin/java", "echo \"started $*\"");
        program("bin/node", "exit 0");
        program("bin/npm", "exit 0");
        program(
            "bin/mvn",
            "mkdir -p runtime/target/lib && touch runtime/target/lib/cloakroom-runtime.jar && echo built >>count"
        );
    }

    @Test
    void freshCheckout_isBuiltOnceAndStarted() throws Exception {
        assertThat(launch()).as(printed).isZero();
        assertThat(printed).contains("cloakroom: building").contains("started").contains("drive program");

        assertThat(launch()).as(printed).isZero();
        assertThat(printed).doesNotContain("building");
        assertThat(Files.readAllLines(machine.resolve("checkout/count"))).containsExactly("built");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Main.java", "main.ts", "top.css", "top.html", "icon.svg", "dev.schema.json" })
    void newerSource_isBuiltAgain(String name) throws Exception {
        assertThat(launch()).as(printed).isZero();
        Path source = Files.createFile(machine.resolve("checkout/runtime/" + name));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch()).as(printed).isZero();
        assertThat(printed).contains("cloakroom: building");
    }

    @Test
    void otherJdk_isRefusedWithTheFix() throws Exception {
        Files.writeString(machine.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");

        assertRefused(
            "CLOAKROOM_JDK is `" + machine.resolve("jdk") + "`, and there is no JDK 25: unset it, or name one"
        );
    }

    @Test
    void withoutNode_isRefusedWithTheFix() throws Exception {
        Files.delete(machine.resolve("bin/node"));

        assertRefused("building a checkout needs Node 20 or newer, and there is no `node` on the PATH");
    }

    @Test
    void oldNode_isRefusedWithItsVersion() throws Exception {
        program("bin/node", "[ \"$1\" = --version ] && echo v18.1.0 && exit 0; exit 1");

        assertRefused("building a checkout needs Node 20 or newer, the `node` on the PATH is v18.1.0");
    }

    @Test
    void withoutNpm_isRefusedWithTheFix() throws Exception {
        Files.delete(machine.resolve("bin/npm"));

        assertRefused("building a checkout needs npm, which comes with Node, and there is no `npm` on the PATH");
    }

    @Test
    void withoutMaven_isRefusedWithTheFix() throws Exception {
        Files.delete(machine.resolve("bin/mvn"));

        assertRefused("building a checkout needs Maven 3.8.7 or newer, and there is no `mvn` on the PATH");
    }

    @Test
    void buildThatFails_isToldWithItsErrors() throws Exception {
        program("bin/mvn", "echo '[ERROR] it broke'; exit 1");

        assertRefused("the build failed; all of its output is in runtime/target/build.log");
        assertThat(printed).contains("[ERROR] it broke");
    }

    private void assertRefused(String message) throws Exception {
        assertThat(launch()).as(printed).isEqualTo(Main.BAD_INPUT);
        assertThat(printed)
            .contains("cloakroom: " + message + "\n")
            .doesNotContain("started");
    }

    private int launch() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", "./cloakroom", "drive", "program")
            .directory(machine.resolve("checkout").toFile())
            .redirectErrorStream(true);
        builder.environment().clear();
        builder
            .environment()
            .putAll(
                Map.of(
                    "PATH",
                    machine.resolve("bin").toString(),
                    "HOME",
                    machine.toString(),
                    "CLOAKROOM_JDK",
                    machine.resolve("jdk").toString()
                )
            );
        Process process = builder.start();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private void program(String name, String script) throws IOException {
        Path file = machine.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
