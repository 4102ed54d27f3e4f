package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void store_isForItsOwnerOnlyInADirectoryThatIsOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var fixture = new HostFixture(directory)) {
            fixture.authenticated(FOOD);
            assertThat(modes()).hasSizeGreaterThan(1).containsOnly("rw-------");
        }
    }

    @Test
    void storeThatCannotBeOpened_isTheBrokersFailure() throws IOException {
        Files.createDirectory(directory.resolve("cloakroom.db"));
        assertThatThrownBy(() -> SqliteStorage.open(directory).close()).isInstanceOf(BrokerException.class);
    }

    @Test
    void loginCodesThatNobodyExchanges_doNotPileUp() throws SQLException {
        try (var fixture = new HostFixture(directory)) {
            for (int i = 0; i < 5; i++) {
                fixture.host.logins().issue(FOOD.id(), USER);
                fixture.clock.move(Duration.ofMinutes(6));
            }
            assertThat(loginCodes()).isEqualTo(1);
        }
    }

    private List<String> modes() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).map(StoreFileTest::mode).toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int loginCodes() throws SQLException {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("cloakroom.db"));
            var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT count(*) FROM login_code")
        ) {
            return rows.getInt(1);
        }
    }
}
