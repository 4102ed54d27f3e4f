package dev.cloakroom.host.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections on which nothing waits for ever, whatever happens to the server or to another host. */
final class Connections {

    private static final int CONNECTIONS = 16;
    private static final int CONNECT_SECONDS = 10;

    /** Longer than what the server allows a statement, so that it is the server who ends one. */
    private static final int SOCKET_SECONDS = 40;

    /**
     * A host that stops in the middle of a transaction loses it before those who wait for it give up. What is
     * committed is on the disk, whatever the server's default is.
     */
    private static final String SESSION = """
    SELECT set_config('idle_in_transaction_session_timeout', '10s', false),
        set_config('lock_timeout', '20s', false),
        set_config('statement_timeout', '30s', false),
        set_config('synchronous_commit', CASE current_setting('synchronous_commit')
            WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)""";

    private Connections() {}

    /** For statements of the stores. */
    static HikariDataSource pool(PostgresSettings settings) {
        var config = config(settings, CONNECTIONS);
        config.setConnectionInitSql(SESSION);
        return new HikariDataSource(config);
    }

    /** For migrations, which may take their time. */
    static HikariDataSource patient(PostgresSettings settings) {
        return new HikariDataSource(config(settings, 2));
    }

    private static HikariConfig config(PostgresSettings settings, int connections) {
        var source = source(settings);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setCredentialsProvider(() -> credentials(source, settings));
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(connections);
        config.setPoolName("cloakroom");
        return config;
    }

    private static Credentials credentials(PGSimpleDataSource source, PostgresSettings settings) {
        var user = Objects.requireNonNullElseGet(source.getUser(), () -> System.getProperty("user.name"));
        return Credentials.of(user, settings.password().get().orElse(null));
    }

    /** A replica may lag behind a revocation, so only a primary will do. What a server quotes of a row is not logged. */
    private static PGSimpleDataSource source(PostgresSettings settings) {
        var source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("cloakroom");
        source.setURL(settings.url());
        source.setTargetServerType("primary");
        source.setLogServerErrorDetail(false);
        return source;
    }
}
