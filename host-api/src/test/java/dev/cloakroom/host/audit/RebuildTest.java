package dev.cloakroom.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the version before, whose ledger was a hash chain. */
class RebuildTest {

    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    Path directory;

    private String url;
    private String chain = "00".repeat(32);

    @BeforeEach
    void fillAsTheFormerVersionDid() throws Exception {
        url = "jdbc:sqlite:" + directory.resolve("cloakroom.db");
        Flyway.configure(getClass().getClassLoader())
            .dataSource(url, null, null)
            .locations("classpath:db/migration", "classpath:db/sqlite")
            .target("1.1")
            .load()
            .migrate();
        for (int i = 1; i <= 5; i++) {
            var event = new AuditEvent.Uninstalled(new ProgramId("program"), new PairwiseSubject("subject"));
            var json = CanonicalJson.of(i, AT, event);
            var leaf = hash("00" + HexFormat.of().formatHex(json.getBytes(StandardCharsets.UTF_8)));
            chain = hash("02" + chain + leaf);
            execute("INSERT INTO ledger_entry VALUES (%d, '%s', '%s', '%s')".formatted(i, json, leaf, chain));
            execute("UPDATE ledger_head SET size = %d, chain_hash = '%s'".formatted(i, chain));
        }
    }

    @Test
    void upgrade_keepsTheEntriesAndSignsTheNextHead() {
        var ledger = new TestLedger(directory);
        ledger.use(opened -> {
            assertThat(opened.entries())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.at()).isEqualTo(AT));
            assertThat(opened.head()).isEmpty();
            assertThat(opened.verify()).isInstanceOf(LedgerVerdict.Intact.class);
            opened.append(TestLedger.event(0));
            assertThat(opened.head())
                .map(head -> head.size())
                .contains(6L);
            assertThat(opened.reader().proveInclusion(3, 6).holds(opened.head().orElseThrow().head())).isTrue();
        });
        assertThat(ledger.verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    void upgrade_refusesAChainThatWasDamaged() throws SQLException {
        execute("DROP TRIGGER ledger_entry_no_update");
        execute("UPDATE ledger_entry SET json = replace(json, 'subject\"', 'other\"') WHERE sequence = 3");
        assertThatThrownBy(() -> new TestLedger(directory).verify())
            .isInstanceOf(BrokerException.class)
            .hasStackTraceContaining("damaged at entry 3 before this upgrade");
    }

    @Test
    void upgrade_refusesAChainThatWasTruncated() throws SQLException {
        execute("DROP TRIGGER ledger_entry_no_delete");
        execute("DELETE FROM ledger_entry WHERE sequence = 5");
        assertThatThrownBy(() -> new TestLedger(directory).verify()).hasStackTraceContaining("damaged at entry 5");
    }

    private static String hash(String hex) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
