package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.LedgerVerdict;
import dev.cloakroom.host.consent.ConsentAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
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
            assertThat(entries.get(i).leaf().hex()).isEqualTo(HexFormat.of().formatHex(leaf));
        }
        assertThat(fixture.host.ledger().verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    void entriesAfter_areTheLaterOnes() {
        var entries = fixture.host.ledger().entries();

        assertThat(fixture.host.ledger().entriesAfter(1)).isEqualTo(entries.subList(1, entries.size()));
        assertThat(fixture.host.ledger().entriesAfter(entries.size())).isEmpty();
    }

    @Test
    void entriesOf_areThoseOfOneUserInOneProgramLatestFirst() {
        var subject = fixture.host.subjects().of(FOOD.id(), USER);
        fixture.host.broker().request(fixture.request(OTHER, HostFixture.TAPPED, HostFixture.GATEWAY));
        var ofFood = fixture.host
            .ledger()
            .entries()
            .stream()
            .filter(entry -> entry.program().equals(Optional.of("food-order")))
            .toList();

        var found = fixture.host.ledger().entriesOf(FOOD.id(), subject, Long.MAX_VALUE);

        assertThat(found).isEqualTo(ofFood.reversed()).hasSizeGreaterThan(3);
        assertThat(fixture.host.ledger().entriesOf(FOOD.id(), subject, 3))
            .extracting(AuditEntry::sequence)
            .containsExactly(2L, 1L);
        assertThat(fixture.host.ledger().entriesOf(OTHER.id(), subject, Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "UPDATE ledger_entry SET json = '{}' WHERE sequence = 2",
            "DELETE FROM ledger_entry WHERE sequence = 2",
            "INSERT OR REPLACE INTO ledger_entry VALUES (2, 0, '', '', '', '{}', '')",
            "INSERT INTO ledger_entry VALUES (99, 0, '', '', '', '{}', '')",
            "UPDATE ledger_node SET hash = ''",
            "DELETE FROM ledger_node",
            "INSERT OR REPLACE INTO ledger_node VALUES (1, 0, '')",
            "INSERT INTO ledger_node VALUES (1, 99, '')",
            "UPDATE ledger_head SET size = 1",
            "UPDATE ledger_head SET frontier = ''",
            "UPDATE ledger_head SET root = ''",
            "UPDATE ledger_head SET signature = NULL",
            "UPDATE ledger_head SET size = 99, signature = NULL",
            "DELETE FROM ledger_head",
            "INSERT OR REPLACE INTO ledger_head VALUES (1, 0, '', NULL, NULL, NULL, NULL)",
        }
    )
    void database_refusesEveryChangeButAnAppend(String change) {
        assertThatThrownBy(() -> execute(change)).hasMessageContaining("ledger");
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
