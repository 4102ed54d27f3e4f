package dev.cloakroom.host.storage.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.storage.sql.SqlStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** The broker's stores in one SQLite file, which several processes may have open. */
public final class SqliteStorage extends SqlStorage {

    private SqliteStorage(HikariDataSource pool, SqliteEngine engine) {
        super(pool, engine);
    }

    /** Whether there is a store in {@code directory}. */
    public static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(Database.FILE));
    }

    /**
     * Opens the store in {@code directory}, making both at first; the directory is made for its owner only.
     *
     * @throws dev.cloakroom.host.error.BrokerException when it cannot be opened, is damaged, or a newer version
     *     wrote it; the message tells what would mend it
     */
    public static SqliteStorage open(Path directory) {
        return open(directory, _ -> {});
    }

    /** With connections that are set up otherwise, such as not to let the file grow. */
    static SqliteStorage open(Path directory, Consumer<SQLiteConfig> tuning) {
        var pool = Database.open(directory, tuning);
        var log = new WriteAheadLog(Database.impatient(directory));
        log.empty();
        return new SqliteStorage(pool, new SqliteEngine(log));
    }
}
