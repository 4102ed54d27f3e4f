package dev.cloakroom.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.program.FolderStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatchTest {

    private final AtomicInteger changes = new AtomicInteger();
    private FolderStamp folder = stamp("1");
    private final SourceWatch watch = new SourceWatch(() -> folder, changes::incrementAndGet);

    @TempDir
    private Path program;

    @Test
    void unchangedFolder_isLeftAlone() {
        look(3);

        assertThat(changes).hasValue(0);
    }

    @Test
    void changedFolder_isNoticedOnceItIsAtRest() {
        folder = stamp("2");
        look(1);
        folder = stamp("3");
        look(1);
        assertThat(changes).hasValue(0);

        look(3);
        assertThat(changes).hasValue(1);
    }

    @Test
    void folderThatIsAsBefore_isNoChange() {
        folder = stamp("2");
        look(1);
        folder = stamp("1");
        look(3);

        assertThat(changes).hasValue(0);
    }

    @Test
    void stamp_countsThePackageAndNothingElse() throws Exception {
        Files.writeString(program.resolve("app.json"), "{}");
        FolderStamp before = FolderStamp.of(program);

        Files.createDirectories(program.resolve("node_modules"));
        Files.writeString(program.resolve("node_modules/x.js"), "1");
        Files.writeString(program.resolve(".app.json.swp"), "1");
        assertThat(FolderStamp.of(program)).isEqualTo(before);

        Files.writeString(program.resolve("app.js"), "App({})");
        assertThat(FolderStamp.of(program)).isNotEqualTo(before);
    }

    @Test
    void stampOfAFolderThatIsNotInOrder_saysSo() throws Exception {
        Files.writeString(program.resolve("project.config.json"), "{");

        assertThat(FolderStamp.of(program).files().get("")).contains("project.config.json");
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private static FolderStamp stamp(String time) {
        return new FolderStamp(Map.of("app.js", time));
    }
}
