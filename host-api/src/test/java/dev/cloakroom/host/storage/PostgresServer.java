package dev.cloakroom.host.storage;

import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL server for the whole test run, which ends with it, and as many databases as tests ask for. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** The address of a new and empty database. */
    public static PostgresSettings newDatabase() {
        return create("");
    }

    /** The address of a new database in which the tables are. */
    public static PostgresSettings migratedDatabase() {
        return copy(Migrated.DATABASE);
    }

    /** The address of a copy of the database as it is now; nobody may have it open. */
    public static PostgresSettings copy(PostgresSettings database) {
        return create(" TEMPLATE " + database.url().replaceAll(".*/|\\?.*", ""));
    }

    private static PostgresSettings create(String how) {
        var name = "cloakroom_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + how);
        return new PostgresSettings(
            "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(Running.SERVER.getPort(), name)
        );
    }

    /** Runs a statement as the server's owner, in its own database. */
    public static void execute(String sql) {
        try (
            var connection = Running.SERVER.getPostgresDatabase().getConnection();
            var statement = connection.createStatement()
        ) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Where the server keeps everything that it has ever written and not yet thrown away. */
    public static Path dataDirectory() {
        return Running.DIRECTORY;
    }

    private static final class Migrated {

        static final PostgresSettings DATABASE = migrate();

        private static PostgresSettings migrate() {
            var database = newDatabase();
            PostgresStorage.open(database).close();
            return database;
        }
    }

    private static final class Running {

        static final Path DIRECTORY = directory();
        static final EmbeddedPostgres SERVER = start();

        private static Path directory() {
            try {
                return Files.createTempDirectory("cloakroom-postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As durable as a real one: the library's default is not. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                    .setDataDirectory(DIRECTORY)
                    .setCleanDataDirectory(true)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("max_connections", "300")
                    .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
