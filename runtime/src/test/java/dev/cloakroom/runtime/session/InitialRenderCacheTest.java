package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InitialRenderCacheTest {

    private static final String PAGE = "pages/a/a";

    @TempDir
    private Path folder;

    private Path directory;
    private InitialRenderCache cache;

    @BeforeEach
    void store() {
        directory = folder.resolve("pages");
        cache = cacheOf("1");
        cache.store("program", PAGE, page("hello"));
        assertThat(cache.find("program", PAGE)).isPresent();
    }

    @Test
    void pageOfAnotherProgramOrLibraryOrPath_isNotFound() {
        assertThat(cache.find("program, changed", PAGE)).isEmpty();
        assertThat(cache.find("program", "pages/b/b")).isEmpty();
        assertThat(cacheOf("2").find("program", PAGE)).isEmpty();
    }

    @Test
    void damagedFile_isNotUsedAndCanBeReplaced() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("hello", "hallo"));
        assertThat(cache.find("program", PAGE)).isEmpty();

        cache.store("program", PAGE, page("hello"));
        assertThat(cache.find("program", PAGE)).isPresent();
    }

    @Test
    void fileThatWasPutInThePlaceOfAnother_isNotUsed() throws IOException {
        Path first = file();
        cache.store("program", "pages/b/b", Json.object().put("path", "pages/b/b"));
        Path second = files()
            .stream()
            .filter(file -> !file.equals(first))
            .findFirst()
            .orElseThrow();
        Files.move(first, second, StandardCopyOption.REPLACE_EXISTING);

        assertThat(cache.find("program", "pages/b/b")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileOrDirectoryThatOthersMayWrite_isNotUsed() throws IOException {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));
        assertThat(cache.find("program", PAGE)).isEmpty();

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThat(cache.find("program", PAGE)).isPresent();

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx---rwx"));
        assertThat(cache.find("program", PAGE)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkToAFile_isNotUsed() throws IOException {
        Path file = file();
        Files.createSymbolicLink(file, Files.move(file, folder.resolve("elsewhere")));

        assertThat(cache.find("program", PAGE)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsKept_isItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void pageThatIsTooLarge_isNotKept() {
        cache.store("program", "pages/b/b", page("x".repeat(InitialRenderCache.MAX_BYTES)));

        assertThat(cache.find("program", "pages/b/b")).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void oldest_giveWayWhenThereAreTooMany() throws IOException {
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));
        String large = "x".repeat(InitialRenderCache.MAX_BYTES - 1000);

        for (int i = 0; i < 34; i++) {
            cache.store("program " + i, PAGE, page(large));
        }

        assertThat(cache.find("program", PAGE)).isEmpty();
        assertThat(cache.find("program 33", PAGE)).isPresent();
        assertThat(files()).hasSizeBetween(30, 33);
    }

    private InitialRenderCache cacheOf(String version) {
        return new InitialRenderCache(directory, version, Limits.DEFAULT);
    }

    private static ObjectNode page(String text) {
        ObjectNode page = Json.object().put("path", PAGE);
        page.putArray("ops").addArray().add("c").add(1).add("t").add(text);
        return page;
    }

    private Path file() {
        return files().getFirst();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
