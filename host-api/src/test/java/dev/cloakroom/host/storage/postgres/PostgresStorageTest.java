package dev.cloakroom.host.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresStorageTest {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    Path keys;

    @ParameterizedTest
    @ValueSource(
        strings = {
            "jdbc:postgresql://localhost/db?user=a&password=secret",
            "jdbc:postgresql://localhost/db?PASSWORD=secret",
            "jdbc:postgresql://localhost/db?ssl=true&sslpassword=secret",
        }
    )
    void passwordInTheAddress_isRefusedWithoutBeingRepeated(String url) {
        assertThatThrownBy(() -> new PostgresSettings(url))
            .isInstanceOf(BrokerException.class)
            .hasMessageContaining("must not contain a password")
            .hasMessageNotContaining("secret");
    }

    @Test
    void addressOfAnotherDatabase_isRefused() {
        assertThatThrownBy(() -> new PostgresSettings("jdbc:mysql://localhost/db")).hasMessageContaining(
            "must start with `jdbc:postgresql:`"
        );
    }

    @Test
    void password_isAskedForAndInNoErrorText() {
        var address = PostgresServer.newDatabase().url();
        var asked = new AtomicInteger();
        var settings = new PostgresSettings(address.replace("user=postgres", "user=nobody"), () -> {
            asked.incrementAndGet();
            return Optional.of(PASSWORD);
        });
        var failure = failure(settings);
        assertThat(failure).hasMessageEndingWith("the server refused the user: check the user and the password");
        assertThat(asked).hasPositiveValue();
        assertThat(everything(failure)).doesNotContain(PASSWORD).doesNotContain("horse");
        assertThat(settings).hasToString("PostgresSettings");
    }

    @Test
    void databaseThatIsNotThere_isRefusedWithWhatWouldMendIt() {
        var address = PostgresServer.newDatabase().url().replaceAll("/cloakroom_\\d+", "/absent");
        assertThat(failure(new PostgresSettings(address))).hasMessageEndingWith("has no such database: create it");
        var nobody = new PostgresSettings("jdbc:postgresql://localhost:1/db?user=a");
        assertThat(failure(nobody)).hasMessageEndingWith("cannot be reached: see that it runs at this address");
    }

    @Test
    void storeOfANewerVersion_isRefused() throws SQLException {
        var settings = PostgresServer.newDatabase();
        PostgresStorage.open(settings).close();
        try (var connection = connect(settings); var statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '9999' WHERE installed_rank = 3");
        }
        assertThat(failure(settings)).hasMessageStartingWith("cannot open the PostgreSQL store");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "TRUNCATE ledger_node",
            "UPDATE ledger_entry SET json = '{}'",
            "DELETE FROM ledger_entry",
            "TRUNCATE ledger_entry",
            "UPDATE ledger_head SET size = size - 1",
            "DELETE FROM ledger_head",
        }
    )
    void server_refusesEveryChangeOfTheLedgerButAnAppend(String change) throws SQLException {
        var settings = PostgresServer.newDatabase();
        try (
            var storage = PostgresStorage.open(settings);
            var connection = connect(settings);
            var statement = connection.createStatement()
        ) {
            var ledger = HostApi.over(storage, FileKeyRing.open(keys), _ -> ConsentAnswer.DISMISS)
                .build()
                .ledger();
            ledger.append(new AuditEvent.Uninstalled(new ProgramId("program"), new PairwiseSubject("subject")));
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("ledger");
            assertThat(ledger.verify().damage()).isEmpty();
        }
    }

    /** What a host leaves behind that hangs: the lock of all writers, on a connection that says nothing any more. */
    @Test
    void connections_giveUpWhatTheyHoldAndWhatTheyWaitFor() throws SQLException {
        var settings = PostgresServer.newDatabase();
        try (
            var pool = Connections.pool(settings);
            var connection = pool.getConnection();
            var statement = connection.createStatement()
        ) {
            for (var timeout : new String[] {
                "idle_in_transaction_session_timeout",
                "lock_timeout",
                "statement_timeout",
            }) {
                try (var row = statement.executeQuery("SHOW " + timeout)) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).as(timeout).matches("[1-9][0-9]s");
                }
            }
            try (var row = statement.executeQuery("SHOW synchronous_commit")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).as("off by default on the test server").isEqualTo("on");
            }
        }
    }

    @Test
    void writersWait_forTheOneBeforeThemAndGoOnWhenItsConnectionBreaks() throws SQLException {
        var settings = PostgresServer.newDatabase();
        try (var storage = PostgresStorage.open(settings); var hanging = connect(settings)) {
            hanging.setAutoCommit(false);
            new PostgresEngine().begin(hanging);
            try (var impatient = connect(settings); var statement = impatient.createStatement()) {
                impatient.setAutoCommit(false);
                statement.execute("SET lock_timeout = '100ms'");
                assertThatThrownBy(() -> new PostgresEngine().begin(impatient)).isInstanceOfSatisfying(
                    SQLException.class,
                    e -> assertThat(new PostgresEngine().fix(e)).startsWith("another host held the store for too long")
                );
            }
            hanging.abort(Runnable::run);
            assertThat(storage.transactions().<Boolean>inTransaction(() -> true)).isTrue();
        }
    }

    private static BrokerException failure(PostgresSettings settings) {
        try {
            PostgresStorage.open(settings).close();
            throw new AssertionError("the store was opened");
        } catch (BrokerException e) {
            return e;
        }
    }

    private static Connection connect(PostgresSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url());
    }

    private static String everything(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
