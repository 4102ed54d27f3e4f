package dev.cloakroom.host.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;

class BrokenFileTest {

    @TempDir
    Path directory;

    @Test
    void fileOfSomethingElse_isRefusedWithWhatWouldMendIt() throws IOException {
        Files.writeString(file(), "not a database ".repeat(1000));
        assertRefused("the file is damaged: restore it and the keys from a backup");
        assertThat(file()).content().startsWith("not a database");
    }

    @Test
    void fileWithOneDamagedPage_isRefusedWhenItIsOpenedAndNotYearsLater() throws IOException {
        try (var storage = SqliteStorage.open(directory)) {
            for (int i = 0; i < 200; i++) {
                save(storage, "code-" + i);
            }
        }
        damage(Files.size(file()) / 2);
        assertRefused("the file is damaged: restore it and the keys from a backup");
    }

    @Test
    void fileThatIsCutOff_isRefused() throws IOException {
        try (var storage = SqliteStorage.open(directory)) {
            save(storage, "program");
        }
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file()) / 2);
        }
        assertRefused("the file is damaged: restore it and the keys from a backup");
    }

    @Test
    void directoryInTheFilesPlace_isRefused() throws IOException {
        Files.createDirectory(file());
        assertRefused("the file cannot be opened: see that it is a file, and that the host may write there");
    }

    @Test
    void fileInTheDirectorysPlace_isRefused() throws IOException {
        Files.writeString(directory.resolve("data"), "");
        assertThatThrownBy(() -> SqliteStorage.open(directory.resolve("data")).close())
            .isInstanceOf(BrokerException.class)
            .hasMessageEndingWith("let the host make and write files there");
    }

    @Test
    void storeOfANewerVersion_isRefused() throws SQLException {
        SqliteStorage.open(directory).close();
        execute(
            "UPDATE flyway_schema_history SET version = '9999' WHERE version = (SELECT max(version) FROM flyway_schema_history)"
        );
        assertThatThrownBy(() -> SqliteStorage.open(directory).close()).isInstanceOf(BrokerException.class);
    }

    /** The file may not grow: what the disk says when it is full. */
    @Test
    void fullDisk_refusesWhatDoesNotFitKeepsWhatWasThereAndWorksOnWhenThereIsRoom() throws SQLException {
        SqliteStorage.open(directory).close();
        try (var storage = SqliteStorage.open(directory, settings -> settings.setMaxPageCount(pages() + 4))) {
            var saved = saveUntilFull(storage);
            assertThat(saved).isGreaterThan(5);
            assertThat(isThere(storage, "code-" + (saved - 1))).isTrue();
            assertThat(isThere(storage, "code-" + saved)).isFalse();
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> fill(storage)).hasMessageContaining("the disk is full: free some space");
            }
            execute("DELETE FROM login_code WHERE program_id LIKE 'code-%'");
            save(storage, "after");
            assertThat(isThere(storage, "after")).isTrue();
            assertThat(isThere(storage, "bulk-0")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_IOERR_FSYNC, the disk cannot be read or written",
        "SQLITE_READONLY_DIRECTORY, the file cannot be written",
        "SQLITE_BUSY_SNAPSHOT, another process held the store for too long",
        "SQLITE_CONSTRAINT_UNIQUE, the row is not allowed",
    })
    void fix_isThatOfThePrimaryCode(SQLiteErrorCode code, String start) {
        var nested = new IllegalStateException(new SQLException("no code", new SQLException("", "", code.code)));
        assertThat(SqliteEngine.fixOf(nested)).startsWith(start);
    }

    private static int saveUntilFull(Storage storage) {
        for (int i = 0; ; i++) {
            try {
                save(storage, "code-" + i);
            } catch (BrokerException e) {
                assertThat(e).hasMessageContaining("the disk is full: free some space");
                return i;
            }
        }
    }

    /** In one transaction, more than there is room for. */
    private static int fill(Storage storage) {
        return storage.transactions().inTransaction(() -> {
            for (int i = 0; i < 1000; i++) {
                save(storage, "bulk-" + i);
            }
            return 1000;
        });
    }

    /** A row of half a kilobyte. */
    private static void save(Storage storage, String id) {
        var program = new ProgramId(id);
        storage.loginCodes().insert(id + "x".repeat(500), program, new UserId("user"), Instant.EPOCH);
    }

    private static boolean isThere(Storage storage, String id) {
        return storage
            .loginCodes()
            .take(id + "x".repeat(500), new ProgramId(id))
            .isPresent();
    }

    private void damage(long position) throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8192), position);
        }
    }

    private int pages() {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
            var statement = connection.createStatement();
            var row = statement.executeQuery("PRAGMA page_count")
        ) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
            var statement = connection.createStatement()
        ) {
            statement.execute(sql);
        }
    }

    private void assertRefused(String fix) {
        assertThatThrownBy(() -> SqliteStorage.open(directory).close())
            .isInstanceOf(BrokerException.class)
            .hasMessage("cannot open the store in `" + directory + "`: " + fix);
    }

    private Path file() {
        return directory.resolve("cloakroom.db");
    }
}
