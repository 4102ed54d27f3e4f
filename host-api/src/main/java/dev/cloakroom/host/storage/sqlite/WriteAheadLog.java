package dev.cloakroom.host.storage.sqlite;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code cloakroom.db-wal}, which keeps older versions of pages until it is emptied. In the database itself
 * {@code secure_delete} overwrites what is deleted.
 */
final class WriteAheadLog {

    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

    private final DataSource database;
    private volatile boolean owed;

    WriteAheadLog(DataSource database) {
        this.database = database;
    }

    /** Moves everything into the database, and cuts the file to nothing; if others read or write, that is owed. */
    void empty() {
        owed = !tryToEmpty();
        if (owed) {
            LOG.info("the write-ahead log is in use: what was deleted stays in it until a later transaction ends");
        }
    }

    /** The attempt after each transaction, until one finds nobody in the way. */
    void emptyIfOwed() {
        if (owed) {
            owed = !tryToEmpty();
        }
    }

    private boolean tryToEmpty() {
        try (
            var connection = database.getConnection();
            var statement = connection.createStatement();
            var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")
        ) {
            return row.getInt("busy") == 0;
        } catch (SQLException e) {
            LOG.warn("cannot empty the write-ahead log: it is tried again after the next transaction", e);
            return false;
        }
    }
}
