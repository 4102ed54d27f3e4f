package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerJdkTest {

    @TempDir
    private Path folder;

    @Test
    void ownJdk_isFine() {
        assertThatCode(() -> WorkerJdk.check(Path.of(System.getProperty("java.home")))).doesNotThrowAnyException();
    }

    @Test
    void folderWithoutJava_isNamedWithTheFix() {
        assertThatThrownBy(() -> new Launcher(folder, folder.resolve("cache")))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("bin/java` is not there or cannot be run: give the home of a JDK 25 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "JAVA_VERSION=\"25.0.3\"", "JAVA_VERSION=\"27\"", "IMPLEMENTOR=\"me\"" })
    void newEnoughOrUnknownVersion_isFine(String release) throws IOException {
        Path home = jdk(release);

        assertThatCode(() -> WorkerJdk.check(home)).doesNotThrowAnyException();
    }

    @Test
    void oldJdk_isNamedWithTheFix() throws IOException {
        Path home = jdk("JAVA_VERSION=\"17.0.15\"");

        assertThatThrownBy(() -> WorkerJdk.check(home))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("is a JDK 17: give the home of a JDK 25 or newer");
    }

    private Path jdk(String release) throws IOException {
        Path java = folder.resolve("bin").resolve("java");
        Files.createDirectories(Objects.requireNonNull(java.getParent()));
        Files.writeString(java, "");
        java.toFile().setExecutable(true);
        Files.writeString(folder.resolve("release"), release + "\n");
        return folder;
    }
}
