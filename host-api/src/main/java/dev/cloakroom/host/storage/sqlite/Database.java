package dev.cloakroom.host.storage.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.storage.sql.Schema;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Opens the file {@code cloakroom.db} of a data directory, brings it to the current schema and pools connections. */
final class Database {

    static final String FILE = "cloakroom.db";
    private static final int BUSY_MILLIS = 20_000;
    private static final int IMPATIENT_MILLIS = 50;
    private static final int CONNECTIONS = 8;

    private Database() {}

    /** Each connection is set up as is usual here, and then as {@code tuning} says. */
    static HikariDataSource open(Path directory, Consumer<SQLiteConfig> tuning) {
        try {
            Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
            return ready(pool(ownerOnlyFile(directory), tuning));
        } catch (IOException e) {
            throw new BrokerException(refusal(directory) + "let the host make and write files there", e);
        } catch (FlywayException | HikariPool.PoolInitializationException | SQLException e) {
            throw new BrokerException(refusal(directory) + SqliteEngine.fixOf(e), e);
        }
    }

    private static String refusal(Path directory) {
        return "cannot open the store in `" + directory + "`: ";
    }

    /** The directory may be older than the store and open to others; SQLite's side files get the modes of this one. */
    private static Path ownerOnlyFile(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        try {
            return Files.createFile(file, ownerOnly(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    private static HikariDataSource pool(Path file, Consumer<SQLiteConfig> tuning) {
        var settings = settings(BUSY_MILLIS);
        tuning.accept(settings);
        var config = new HikariConfig();
        config.setDataSource(source(file, settings));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("cloakroom");
        return new HikariDataSource(config);
    }

    /** For what can as well be done later: waits a short while for others. */
    static DataSource impatient(Path directory) {
        return source(directory.resolve(FILE), settings(IMPATIENT_MILLIS));
    }

    private static DataSource source(Path file, SQLiteConfig settings) {
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** A commit is on the disk before it returns, and what is deleted is overwritten. */
    private static SQLiteConfig settings(int busyMillis) {
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        settings.setBusyTimeout(busyMillis);
        settings.enforceForeignKeys(true);
        settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return settings;
    }

    private static HikariDataSource ready(HikariDataSource pool) throws SQLException {
        try {
            requireSound(pool);
            Schema.migrate(pool, "sqlite");
            return pool;
        } catch (FlywayException | SQLException e) {
            pool.close();
            throw e;
        }
    }

    /** Damage shows when a page is read, and that may be long after: so all are read now. */
    private static void requireSound(HikariDataSource pool) throws SQLException {
        try (
            var connection = pool.getConnection();
            var statement = connection.createStatement();
            var row = statement.executeQuery("PRAGMA quick_check(1)")
        ) {
            if (!row.getString(1).equals("ok")) {
                throw new SQLException(row.getString(1), null, SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String mode) {
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
            ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) }
            : new FileAttribute<?>[0];
    }
}
