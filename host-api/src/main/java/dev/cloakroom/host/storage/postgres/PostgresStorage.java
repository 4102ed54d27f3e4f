package dev.cloakroom.host.storage.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.storage.sql.Schema;
import dev.cloakroom.host.storage.sql.SqlStorage;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** The broker's stores in one PostgreSQL database (14 or newer), which any number of hosts may share. */
public final class PostgresStorage extends SqlStorage {

    private static final PostgresEngine ENGINE = new PostgresEngine();

    private PostgresStorage(HikariDataSource pool) {
        super(pool, ENGINE);
    }

    /**
     * Opens the store, bringing an empty schema or one of an older version to this version.
     *
     * @throws BrokerException when it cannot be reached or opened, a newer version wrote it, or the server does not
     *     keep what it acknowledges
     */
    public static PostgresStorage open(PostgresSettings settings) {
        try {
            migrate(settings);
            return new PostgresStorage(Connections.pool(settings));
        } catch (HikariPool.PoolInitializationException | FlywayException | SQLException e) {
            throw new BrokerException("cannot open the PostgreSQL store: " + fix(e), e);
        }
    }

    private static void migrate(PostgresSettings settings) throws SQLException {
        try (var pool = Connections.patient(settings)) {
            requireDurable(pool);
            Schema.migrate(pool, "postgres");
        }
    }

    /** Without this a power cut would bring back what was revoked. */
    private static void requireDurable(DataSource database) throws SQLException {
        try (
            var connection = database.getConnection();
            var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT current_setting('fsync')")
        ) {
            if (rows.next() && !rows.getString(1).equals("on")) {
                throw new BrokerException("the PostgreSQL server runs with `fsync` off: turn it on");
            }
        }
    }

    private static String fix(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                return ENGINE.fix(database);
            }
        }
        return "see the cause";
    }
}
