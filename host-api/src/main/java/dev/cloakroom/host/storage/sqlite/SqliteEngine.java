package dev.cloakroom.host.storage.sqlite;

import dev.cloakroom.host.storage.sql.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** One writer at a time is SQLite's own rule; its driver begins every transaction as a writing one. */
final class SqliteEngine implements Engine {

    private static final int PRIMARY_CODE = 0xff;

    private final WriteAheadLog log;

    SqliteEngine(WriteAheadLog log) {
        this.log = log;
    }

    @Override
    public void begin(Connection connection) {
        // the driver sends BEGIN IMMEDIATE before the first statement
    }

    @Override
    public void committed() {
        log.emptyIfOwed();
    }

    @Override
    public void scrub() {
        log.empty();
    }

    /** By the primary result code, see <a href="https://www.sqlite.org/rescode.html">rescode</a>. */
    @Override
    public String fix(SQLException failure) {
        return fixOf(failure);
    }

    /** The first cause that comes from the database decides. */
    static String fixOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && database.getErrorCode() != 0) {
                return fixOf(database.getErrorCode());
            }
        }
        return "see the cause";
    }

    private static String fixOf(int code) {
        return switch (SQLiteErrorCode.getErrorCode(code & PRIMARY_CODE)) {
            case SQLITE_FULL -> "the disk is full: free some space";
            case SQLITE_IOERR -> "the disk cannot be read or written: see whether it is full or broken";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged: restore it and the keys from a backup";
            case SQLITE_READONLY -> "the file cannot be written: let the host's user write it and its directory";
            case SQLITE_CANTOPEN -> "the file cannot be opened: see that it is a file, and that the host may write there";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another process held the store for too long: see which one hangs";
            case SQLITE_CONSTRAINT -> "the row is not allowed beside those that are there";
            default -> "see the cause";
        };
    }
}
