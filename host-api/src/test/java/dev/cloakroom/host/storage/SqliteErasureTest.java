package dev.cloakroom.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beyond what is promised of every engine, nothing that was erased is left in SQLite's files. */
class SqliteErasureTest extends ErasureContract {

    @TempDir
    Path backup;

    @Override
    Storage open() {
        return SqliteStorage.open(data);
    }

    @Override
    void backUp() {
        Kept.copy(data, backup.resolve("copy"));
    }

    @Override
    Storage openBackup() {
        return SqliteStorage.open(backup.resolve("copy"));
    }

    /** Rows of all sizes that grow, shrink, move between pages and go, so that the file has free pages and gaps. */
    @Test
    void eraseAll_leavesNothingInTheDatabaseItsLogAndItsFreePages() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        try (var storage = open()) {
            var vault = vault(storage, FileKeyRing.open(data));
            var users = new ArrayList<UserId>();
            for (int i = 0; i < 60; i++) {
                users.add(new UserId("user" + i));
            }
            var everSealed = new ArrayList<String>();
            for (int i = 0; i < 400; i++) {
                var user = users.get(random.nextInt(users.size()));
                vault.ownerView(user).put(random.nextBoolean() ? Field.NAME : Field.NICKNAME, text(random));
                everSealed.addAll(secrets(storage, user));
                if (random.nextInt(4) == 0) {
                    vault.ownerView(users.get(random.nextInt(users.size()))).eraseAll();
                }
            }
            assertThat(traces(everSealed)).as("the search finds what is there").isNotEmpty();
            users.forEach(user -> vault.ownerView(user).eraseAll());
            assertThat(traces(everSealed)).as("of %d, seed %d", everSealed.size(), seed).isEmpty();
        }
    }

    @Test
    void readerInTheWay_keepsTheLogOnlyUntilItHasEnded() throws SQLException {
        fill(new UserId("alice"));
        try (var storage = open()) {
            var vault = vault(storage, FileKeyRing.open(data));
            var alice = new UserId("alice");
            vault.ownerView(alice).put(Field.NAME, "in the log");
            var secrets = secrets(storage, alice);
            try (
                var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cloakroom.db"));
                var statement = connection.createStatement()
            ) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM vault_value").close();
                vault.ownerView(alice).eraseAll();
                assertThat(traces(secrets)).as("the reader still sees them").isNotEmpty();
                statement.execute("COMMIT");
            }
            Samples.storedGrant(storage);
            storage.transactions().inTransaction(() -> Samples.storedGrant(storage));
            assertThat(traces(secrets)).isEmpty();
        }
    }

    /** As they lie in the file: a middle part, since a page may hold a row's end only. */
    private static List<String> secrets(Storage storage, UserId user) {
        var found = new ArrayList<String>();
        storage.vault().findKey(user).ifPresent(found::add);
        storage.vault().findValue(user, Field.NAME, "").ifPresent(found::add);
        storage.vault().findValue(user, Field.NICKNAME, "").ifPresent(found::add);
        return found;
    }

    private List<String> traces(List<String> secrets) {
        var kept = Kept.everyByte(data);
        return secrets
            .stream()
            .filter(secret -> kept.contains(secret.substring(secret.length() - 40)))
            .toList();
    }

    private static String text(Random random) {
        return "x".repeat(1 + random.nextInt(250));
    }
}
