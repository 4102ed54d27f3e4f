package dev.cloakroom.runtime.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramStorageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    @Test
    void snapshot_holdsWhatWasSetBeforeARestart() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "a", json("{\"b\": [1, null, \"\\n香\"]}"));
            storage.set("u", "c", json("2"));
            storage.remove("u", "c");
        }

        try (ProgramStorage storage = new ProgramStorage(dir)) {
            assertThat(storage.snapshot("u"))
                .containsOnlyKeys("a")
                .containsEntry("a", json("{\"b\": [1, null, \"\\n香\"]}"));
        }
    }

    @Test
    void snapshot_keepsUsersApart() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "a", json("1"));

            assertThat(storage.snapshot("../u")).isEmpty();
        }
    }

    @Test
    void clear_removesAll() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "a", json("1"));
            storage.clear("u");
            storage.set("u", "b", json("2"));
            storage.release("u");

            assertThat(storage.snapshot("u")).containsOnlyKeys("b");
        }
    }

    @Test
    void erase_deletesTheFile() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "a", json("1"));
            storage.set("v", "a", json("1"));

            storage.erase("u");

            assertThat(files()).isEqualTo(1);
            assertThat(storage.snapshot("u")).isEmpty();
            assertThat(storage.snapshot("v")).containsOnlyKeys("a");
        }
    }

    @Test
    void snapshot_dropsLineThatACrashTore() throws Exception {
        write("a", "b");
        Path journal = journal();
        long whole = Files.size(journal);

        for (long size = whole - 1; size > whole / 2; size--) {
            cut(journal, size);
            try (ProgramStorage storage = new ProgramStorage(dir)) {
                assertThat(storage.snapshot("u")).containsOnlyKeys("a");
                storage.set("u", "b", json("3"));
                storage.release("u");
                assertThat(storage.snapshot("u")).containsOnlyKeys("a", "b");
            }
        }
    }

    @Test
    void snapshot_dropsEndThatNeverReachedTheDisk() throws Exception {
        write("a");
        Files.write(journal(), new byte[5000], StandardOpenOption.APPEND);

        try (ProgramStorage storage = new ProgramStorage(dir)) {
            assertThat(storage.snapshot("u")).containsOnlyKeys("a");
        }
    }

    @Test
    void snapshot_refusesDamageBeforeTheEnd() throws Exception {
        write("a", "b");
        String text = Files.readString(journal());
        Files.writeString(journal(), text.replaceFirst("\"a\"", "\"x\""));

        try (ProgramStorage storage = new ProgramStorage(dir)) {
            assertThatThrownBy(() -> storage.snapshot("u"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1 of " + journal() + " is damaged: restore it from a backup");
        }
    }

    @Test
    void set_refusesValueAboveTheLimit() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "a", json("1"));

            assertThat(storage.set("u", "a", text(ProgramStorage.MAX_VALUE_BYTES - 1))).isEqualTo(
                StorageOutcome.VALUE_TOO_LARGE
            );
            assertThat(storage.snapshot("u")).containsEntry("a", json("1"));
            assertThat(storage.set("u", "a", text(ProgramStorage.MAX_VALUE_BYTES - 2))).isEqualTo(
                StorageOutcome.STORED
            );
        }
    }

    @Test
    void set_countsBytesAndNotCharacters() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            TextNode value = TextNode.valueOf("香".repeat(ProgramStorage.MAX_VALUE_BYTES / 2));

            assertThat(storage.set("u", "a", value)).isEqualTo(StorageOutcome.VALUE_TOO_LARGE);
        }
    }

    @Test
    void set_refusesWhatExceedsTheTotal() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            for (int i = 0; i < 10; i++) {
                assertThat(storage.set("u", "" + i, text((1 << 20) - 100))).isEqualTo(StorageOutcome.STORED);
            }

            assertThat(storage.set("u", "x", text(1000))).isEqualTo(StorageOutcome.STORAGE_FULL);
            assertThat(storage.set("u", "1", text(1000))).isEqualTo(StorageOutcome.STORED);
            assertThat(storage.set("u", "x", text(1000))).isEqualTo(StorageOutcome.STORED);
        }
    }

    @Test
    void set_countsKeysTowardsTheTotal() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            assertThat(storage.set("u", "k".repeat(ProgramStorage.MAX_TOTAL_BYTES), json("1"))).isEqualTo(
                StorageOutcome.STORAGE_FULL
            );
        }
    }

    @Test
    void set_keepsTheFileSmall() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            storage.set("u", "kept", json("1"));
            for (int i = 0; i < 50; i++) {
                storage.set("u", "a", text(100_000 + i));
            }

            assertThat(Files.size(journal())).isLessThan(1_500_000);
        }
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            assertThat(storage.snapshot("u")).containsEntry("a", text(100_049)).containsEntry("kept", json("1"));
        }
    }

    @Test
    void set_writesForTheOwnerOnly() throws Exception {
        try (ProgramStorage storage = new ProgramStorage(dir.resolve("new"))) {
            storage.set("u", "a", json("1"));
        }

        Path made = dir.resolve("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(made)) {
            assertThat(files).allMatch(file -> file.toFile().getName().endsWith(".journal"));
        }
    }

    private void write(String... keys) throws IOException {
        try (ProgramStorage storage = new ProgramStorage(dir)) {
            for (String key : keys) {
                storage.set("u", key, json("1"));
            }
        }
    }

    private static void cut(Path file, long size) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.count();
        }
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static TextNode text(int length) {
        return TextNode.valueOf("x".repeat(length));
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
