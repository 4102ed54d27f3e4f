package dev.cloakroom.host.crash;

import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A storage engine by a name that goes on a command line, and a second way into its tables: {@code sqlite}, or the
 * address of a PostgreSQL database.
 */
record Engine(String name) {
    static final Engine SQLITE = new Engine("sqlite");

    Storage open(Path directory) {
        return isSqlite() ? SqliteStorage.open(directory) : PostgresStorage.open(new PostgresSettings(name));
    }

    Connection connect(Path directory) throws SQLException {
        return DriverManager.getConnection(isSqlite() ? "jdbc:sqlite:" + directory.resolve("cloakroom.db") : name);
    }

    private boolean isSqlite() {
        return equals(SQLITE);
    }
}
