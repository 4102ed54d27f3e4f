package dev.cloakroom.host.crash;

import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A storage engine by a name that goes on a command line, and a second way into its tables. */
record Engine(String name) {
    static final Engine SQLITE = new Engine("sqlite");

    Storage open(Path directory) {
        return SqliteStorage.open(directory);
    }

    Connection connect(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("cloakroom.db"));
    }
}
