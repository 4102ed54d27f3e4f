package dev.cloakroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.consent.ConsentAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.redeem(fixture.granted().code());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void entries_areCanonicalAndHashedAsLeaves() throws Exception {
        var entries = fixture.host.ledger().entries();
        for (int i = 0; i < entries.size(); i++) {
            var json = entries.get(i).json();
            var members = JsonMapper.builder().build().readValue(json, new TypeReference<TreeMap<String, Object>>() {});
            assertThat(members)
                .containsEntry("sequence", i + 1)
                .containsKeys("at", "kind", "program", "subject");
            assertThat(JsonMapper.builder().build().writeValueAsString(members)).isEqualTo(json);
            var leaf = MessageDigest.getInstance("SHA-256").digest(("\0" + json).getBytes(StandardCharsets.UTF_8));
            assertThat(entries.get(i).leafHash()).isEqualTo(HexFormat.of().formatHex(leaf));
        }
        assertThat(fixture.host.ledger().isIntact()).isTrue();
    }

    @Test
    void entriesAfter_areTheLaterOnes() {
        var entries = fixture.host.ledger().entries();

        assertThat(fixture.host.ledger().entriesAfter(1)).isEqualTo(entries.subList(1, entries.size()));
        assertThat(fixture.host.ledger().entriesAfter(entries.size())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "UPDATE ledger_entry SET json = '{}' WHERE sequence = 2",
            "DELETE FROM ledger_entry WHERE sequence = 2",
            "INSERT OR REPLACE INTO ledger_entry VALUES (2, '{}', '', '')",
            "INSERT INTO ledger_entry VALUES (99, '{}', '', '')",
            "UPDATE ledger_head SET size = 1",
            "UPDATE ledger_head SET chain_hash = ''",
            "DELETE FROM ledger_head",
        }
    )
    void database_refusesEveryChangeButAnAppend(String change) {
        assertThatThrownBy(() -> execute(change)).hasMessageContaining("ledger");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "UPDATE ledger_entry SET json = replace(json, 'ALLOW', 'DENY'), leaf_hash = 'x' WHERE sequence = 2",
            "UPDATE ledger_entry SET json = json || ' ' WHERE sequence = 2",
            "DELETE FROM ledger_entry WHERE sequence = 2",
            "DELETE FROM ledger_entry WHERE sequence = (SELECT max(sequence) FROM ledger_entry)",
            "UPDATE ledger_entry SET sequence = CASE sequence WHEN 2 THEN -3 ELSE -2 END WHERE sequence IN (2, 3)",
        }
    )
    void isIntact_seesChangesMadeWithoutTheTriggers(String change) throws SQLException {
        execute("DROP TRIGGER ledger_entry_no_update");
        execute("DROP TRIGGER ledger_entry_no_delete");
        execute(change);
        assertThat(fixture.host.ledger().isIntact()).isFalse();
    }

    private void execute(String sql) throws SQLException {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("cloakroom.db"));
            var statement = connection.createStatement()
        ) {
            statement.execute(sql);
        }
    }
}
