package dev.cloakroom.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.audit.LedgerVerdict.Damage;
import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.audit.LedgerVerdict.Intact;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.merkle.Frontier;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who can write the store, but has neither key nor witness, changes a ledger of 13 entries. */
class TamperTest {

    private static final int SIZE = 13;

    @TempDir
    Path directory;

    private TestLedger ledger;

    @BeforeEach
    void fill() {
        ledger = new TestLedger(directory);
        ledger.append(SIZE);
    }

    @Test
    void untouchedLedger_isIntact() {
        ledger.tamper();
        assertThat(ledger.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.head().size()).isEqualTo(SIZE);
            assertThat(intact.witnessed()).isEqualTo(SIZE);
        });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '`',
        textBlock = """
        EDITED     ~ 5  ~ UPDATE ledger_entry SET json = replace(json, 'subject', 'sabject') WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET json = json || ' ' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET json = '' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET json = replace(json, '"sequence":5', '"sequence":50') WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET leaf_hash = 'x' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET leaf_hash = (SELECT leaf_hash FROM ledger_entry WHERE sequence = 6) WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET subject = 'other' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET subject = NULL WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET program_id = 'other' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET kind = 'minted' WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_entry SET happened_at = happened_at + 1 WHERE sequence = 5
        EDITED     ~ 5  ~ UPDATE ledger_node SET hash = 'x' WHERE level = 1 AND position = 2
        EDITED     ~ 5  ~ DELETE FROM ledger_node WHERE level = 2 AND position = 1
        MISSING    ~ 1  ~ DELETE FROM ledger_entry WHERE sequence = 1
        MISSING    ~ 5  ~ DELETE FROM ledger_entry WHERE sequence = 5
        MISSING    ~ 5  ~ DELETE FROM ledger_entry WHERE sequence IN (5, 6, 9)
        MISSING    ~ 5  ~ DELETE FROM ledger_entry WHERE sequence = 5; UPDATE ledger_entry SET sequence = sequence - 1 WHERE sequence > 5
        REORDERED  ~ 5  ~ UPDATE ledger_entry SET sequence = CASE sequence WHEN 5 THEN -6 ELSE -5 END WHERE sequence IN (5, 6); UPDATE ledger_entry SET sequence = -sequence WHERE sequence < 0
        REORDERED  ~ 5  ~ CREATE TEMP TABLE t AS SELECT sequence s, json j FROM ledger_entry; UPDATE ledger_entry SET json = (SELECT j FROM t WHERE s = 11 - sequence) WHERE sequence IN (5, 6)
        REORDERED  ~ 5  ~ UPDATE ledger_entry SET sequence = CASE sequence WHEN 5 THEN -7 WHEN 6 THEN -5 ELSE -6 END WHERE sequence IN (5, 6, 7); UPDATE ledger_entry SET sequence = -sequence WHERE sequence < 0
        TRUNCATED  ~ 13 ~ DELETE FROM ledger_entry WHERE sequence = 13
        TRUNCATED  ~ 9  ~ DELETE FROM ledger_entry WHERE sequence > 8
        TRUNCATED  ~ 1  ~ DELETE FROM ledger_entry
        ADDED      ~ 14 ~ INSERT INTO ledger_entry SELECT 14, happened_at, kind, program_id, subject, replace(json, ':13,', ':14,'), leaf_hash FROM ledger_entry WHERE sequence = 13
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET signature = NULL
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET signature = 'AAAA'
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET signed_at = signed_at + 1
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET key_id = 'x'
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET root = 'x'
        FORGED_HEAD~ 13 ~ UPDATE ledger_head SET frontier = ''
        FORGED_HEAD~ 12 ~ DELETE FROM ledger_entry WHERE sequence = 13; UPDATE ledger_head SET size = 12
        """
    )
    void tampering_isSeenAndNamed(Damage kind, long sequence, String statements) {
        ledger.tamper(statements.split(";"));
        assertThat(ledger.verify()).isInstanceOfSatisfying(Damaged.class, damaged -> {
            assertThat(damaged.kind()).isEqualTo(kind);
            assertThat(damaged.sequence()).isEqualTo(sequence);
            assertThat(damaged.message()).contains(kind.word(), "restore").endsWith("backup");
        });
    }

    /** One character of one entry, anywhere in it. */
    @Test
    void anyChangedByte_isSeen() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        try (var storage = SqliteStorage.open(directory)) {
            var entries = storage.audit().entriesAfter(0, SIZE);
            for (int i = 0; i < 100; i++) {
                var entry = entries.get(random.nextInt(SIZE));
                var at = random.nextInt(entry.json().length());
                var changed = new StringBuilder(entry.json());
                changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 << random.nextInt(4))));
                write(entry.sequence(), changed.toString());
                assertThat(ledger.verify(storage).damage())
                    .as("seed %d, entry %d, byte %d", seed, entry.sequence(), at)
                    .map(Damaged::sequence)
                    .contains(entry.sequence());
                write(entry.sequence(), entry.json());
            }
            assertThat(ledger.verify(storage)).isInstanceOf(Intact.class);
        }
    }

    /** Whoever knows the algorithm makes every hash fit, but cannot sign. */
    @Test
    void rewrittenTree_isSeenByItsHead() {
        rewrite(true);
        assertDamaged(Damage.FORGED_HEAD, SIZE);
    }

    /** ... or leaves the signed edge of the tree as it was, which tells in which part the edit is. */
    @Test
    void rewrittenTreeUnderTheSignedHead_isSeenWhereItDiffers() {
        rewrite(false);
        assertDamaged(Damage.EDITED, 9);
    }

    @Test
    void headOfAnotherKey_isForged() {
        rewrite(true);
        try (var storage = SqliteStorage.open(directory)) {
            var frontier = storage.audit().head().frontier();
            signHead(new MemorySigner(), new TreeHead(frontier.size(), frontier.root(), Instant.ofEpochMilli(1)));
        }
        assertDamaged(Damage.FORGED_HEAD, SIZE);
    }

    @Test
    void olderCopy_isRolledBack() {
        var backup = ledger.backUp();
        ledger.append(2);
        assertThat(ledger.verify()).isInstanceOf(Intact.class);

        ledger.restore(backup);

        assertDamaged(Damage.ROLLED_BACK, SIZE);
        assertThatThrownBy(() -> ledger.append(1))
            .isInstanceOf(BrokerException.class)
            .hasMessageContainingAll("rolled back", "13 entries", "15", "cloakroom ledger accept");
    }

    /** The tail is cut off and the head is one that this host signed for that size: only the witness knows better. */
    @Test
    void truncationUnderAnOldHead_isRolledBack() {
        var former = head();
        var frontier = frontierText();
        ledger.append(3);
        ledger.tamper(
            "DELETE FROM ledger_entry WHERE sequence > 13",
            "DELETE FROM ledger_node WHERE (position + 1) << level > 13",
            "UPDATE ledger_head SET frontier = '" + frontier + "'"
        );
        setHead(former);
        assertDamaged(Damage.ROLLED_BACK, SIZE);
    }

    @Test
    void deletedStore_isRolledBack() throws IOException {
        Files.delete(directory.resolve("cloakroom.db"));
        assertDamaged(Damage.ROLLED_BACK, 0);
        assertThatThrownBy(() -> ledger.append(1)).hasMessageContaining("rolled back");
    }

    /** An older copy that grew beyond the witness, on a machine that had the key but another witness. */
    @Test
    void otherHistoryOfTheSameKey_isForked() throws IOException {
        var backup = ledger.backUp();
        ledger.append(2);
        var witness = Files.readAllBytes(witness());
        ledger.restore(backup);
        Files.delete(witness());
        ledger.accept();
        ledger.append(5);
        Files.write(witness(), witness);

        assertDamaged(Damage.FORKED, 15);
        assertThatThrownBy(() -> ledger.append(1)).hasMessageContaining("forked");
    }

    @Test
    void lostWitness_isNotReplacedSilently() throws IOException {
        Files.delete(witness());
        assertDamaged(Damage.WITNESS_LOST, SIZE);
        assertThatThrownBy(() -> ledger.append(1)).hasMessageContaining("witness lost");
        assertThat(Files.exists(witness())).isFalse();
    }

    /** A crash between commit and witness: the witness lags, which is no damage. */
    @Test
    void laggingWitness_isNoDamage() throws IOException {
        var witness = Files.readAllBytes(witness());
        ledger.append(4);
        Files.write(witness(), witness);

        assertThat(ledger.verify()).isInstanceOfSatisfying(Intact.class, intact ->
            assertThat(intact.witnessed()).isEqualTo(SIZE)
        );
        ledger.append(1);
        assertThat(ledger.verify()).isInstanceOfSatisfying(Intact.class, intact ->
            assertThat(intact.witnessed()).isEqualTo(SIZE + 5)
        );
    }

    @Test
    void acceptance_goesOnAndIsRecorded() {
        var backup = ledger.backUp();
        ledger.append(2);
        ledger.restore(backup);

        assertThat(ledger.accept()).isInstanceOf(Intact.class);

        ledger.append(1);
        ledger.use(opened ->
            assertThat(opened.entries().get(SIZE).json()).contains(
                "\"kind\":\"store-accepted\"",
                "\"formerSize\":15",
                "\"size\":13"
            )
        );
        assertThat(ledger.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void acceptance_isRefusedForAnEditedStore() {
        ledger.tamper("UPDATE ledger_entry SET json = json || ' ' WHERE sequence = 5");
        assertThat(ledger.accept().damage()).map(Damaged::kind).contains(Damage.EDITED);

        var edited = ledger.backUp();
        ledger.tamper("UPDATE ledger_entry SET json = rtrim(json) WHERE sequence = 5");
        ledger.append(1);
        ledger.restore(edited);

        assertThat(ledger.verify().damage()).map(Damaged::kind).contains(Damage.ROLLED_BACK);
        assertThat(ledger.accept().damage()).map(Damaged::kind).contains(Damage.EDITED);
        assertThatThrownBy(() -> ledger.append(1)).hasMessageContaining("rolled back");
    }

    /** While the host runs: what the process itself committed is known to it, whatever the witness says. */
    @Test
    void runningHost_refusesAnOlderStore() {
        try (var storage = SqliteStorage.open(directory)) {
            var running = ledger.open(storage);
            running.append(TestLedger.event(0));
            var frontier = frontierText();
            var former = head();
            running.append(TestLedger.event(0));
            ledger.tamper(
                "DELETE FROM ledger_entry WHERE sequence = 15",
                "UPDATE ledger_head SET frontier = '" + frontier + "'"
            );
            setHead(former);
            assertThatThrownBy(() -> running.append(TestLedger.event(0))).hasMessageContaining("rolled back");
        }
    }

    /** The frontier that the next entry builds on must be the signed one. */
    @Test
    void runningHost_doesNotSignOnTopOfAForgedFrontier() {
        try (var storage = SqliteStorage.open(directory)) {
            var running = ledger.open(storage);
            running.append(TestLedger.event(0));
            rewrite(true);
            assertThatThrownBy(() -> running.append(TestLedger.event(0))).hasMessageContaining("forged head");
        }
    }

    private void assertDamaged(Damage kind, long sequence) {
        assertThat(ledger.verify()).isInstanceOfSatisfying(Damaged.class, damaged -> {
            assertThat(damaged.kind()).isEqualTo(kind);
            assertThat(damaged.sequence()).isEqualTo(sequence);
        });
    }

    private Path witness() {
        return directory.resolve("keys").resolve("ledger-head");
    }

    private void write(long sequence, String json) {
        ledger.tamper("UPDATE ledger_entry SET json = '" + json.replace("'", "''") + "' WHERE sequence = " + sequence);
    }

    private SignedTreeHead head() {
        try (var storage = SqliteStorage.open(directory)) {
            return storage.audit().head().signed().orElseThrow();
        }
    }

    private String frontierText() {
        try (var storage = SqliteStorage.open(directory)) {
            return text(storage.audit().head().frontier().peaks());
        }
    }

    private void signHead(HeadSigner signer, TreeHead head) {
        setHead(signer.sign(head));
    }

    private void setHead(SignedTreeHead head) {
        ledger.tamper(
            "UPDATE ledger_head SET size = %d, root = '%s', signed_at = %d, key_id = '%s', signature = '%s'".formatted(
                head.size(),
                head.root(),
                head.head().at().toEpochMilli(),
                head.keyId(),
                head.signature()
            )
        );
    }

    /** Edits entry 10 and makes every hash over it fit; those in the head only if asked. */
    private void rewrite(boolean headToo) {
        try (var storage = SqliteStorage.open(directory)) {
            var entries = storage
                .audit()
                .entriesAfter(0, 100)
                .stream()
                .map(entry ->
                    AuditEntry.of(
                        entry
                            .json()
                            .replace("\"sequence\":10,\"subject\":\"subject\"", "\"sequence\":10,\"subject\":\"other\"")
                    )
                )
                .toList();
            var batch = LedgerBatch.of(Frontier.EMPTY, entries);
            var edited = entries.get(9);
            ledger.tamper(
                "UPDATE ledger_entry SET json = '%s', leaf_hash = '%s', subject = 'other' WHERE sequence = 10".formatted(
                    edited.json(),
                    edited.leaf()
                )
            );
            batch
                .nodes()
                .forEach(node ->
                    ledger.tamper(
                        "UPDATE ledger_node SET hash = '%s' WHERE level = %d AND position = %d".formatted(
                            node.hash(),
                            node.level(),
                            node.position()
                        )
                    )
                );
            if (headToo) {
                ledger.tamper(
                    "UPDATE ledger_head SET frontier = '%s', root = '%s'".formatted(
                        text(batch.frontier().peaks()),
                        batch.frontier().root()
                    )
                );
            }
        }
    }

    private static String text(List<Hash> peaks) {
        return peaks.stream().map(Hash::hex).collect(Collectors.joining(" "));
    }
}
