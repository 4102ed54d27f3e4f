package dev.cloakroom.host.storage.postgres;

import dev.cloakroom.host.storage.sql.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * PostgreSQL with the transactions that the stores are written for: one writer at a time, in the whole database.
 * Nearly every transaction ends with an entry of the ledger and waits for its head anyway; to wait at the beginning
 * instead means that no two can lock each other out, and that none has to be run again.
 */
final class PostgresEngine implements Engine {

    /** {@code cloakrm} in ASCII: this application's own number among the database's advisory locks. */
    private static final long WRITERS = 0x636c_6f61_6b72_6dL;

    @Override
    public void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + WRITERS + ")");
        }
    }

    /** By the SQL state, see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">errcodes</a>. */
    @Override
    public String fix(SQLException failure) {
        var state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return switch (state) {
            case "28000", "28P01" -> "the server refused the user: check the user and the password";
            case "3D000" -> "the server has no such database: create it";
            case "42501" -> "the user lacks a right: let it use the schema, and create tables there";
            case "53100" -> "the server's disk is full: free some space";
            case "53300" -> "the server has too many connections: raise its `max_connections`";
            case "25006" -> "the server is read-only: give the address of the primary";
            case "55P03" -> "another host held the store for too long: see `pg_stat_activity` for the one that hangs";
            case "57014", "25P03" -> "the server cancelled the statement for the time it took: see how busy it is";
            default -> byClass(state);
        };
    }

    private static String byClass(String state) {
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> "the server cannot be reached: see that it runs at this address";
            case "23" -> "the row is not allowed beside those that are there";
            case "58", "XX" -> "the server cannot read or write its disk: see its log";
            default -> "see the cause";
        };
    }
}
