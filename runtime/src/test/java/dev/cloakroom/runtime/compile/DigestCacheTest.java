package dev.cloakroom.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DigestCacheTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void directory_isItsOwnersAlone(@TempDir Path folder) throws IOException {
        Path directory = folder.resolve("a/cache");

        new DigestCache(directory, ".compiled").store("digest", "{}");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }
}
