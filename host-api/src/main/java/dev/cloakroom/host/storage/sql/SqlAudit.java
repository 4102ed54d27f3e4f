package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.audit.LedgerBatch;
import dev.cloakroom.host.audit.LedgerHead;
import dev.cloakroom.host.audit.LedgerNode;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.merkle.Frontier;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables {@code ledger_entry}, {@code ledger_node} and {@code ledger_head}; triggers refuse every change but an
 * append.
 */
record SqlAudit(Sql sql) implements AuditStore {
    /** An update that changes nothing takes the row's lock in every engine. */
    @Override
    public LedgerHead lockHead() {
        return sql
            .returning("UPDATE ledger_head SET size = size WHERE id = 1 RETURNING *", SqlAudit::head)
            .orElseThrow(SqlAudit::noHead);
    }

    @Override
    public LedgerHead head() {
        return sql.one("SELECT * FROM ledger_head WHERE id = 1", SqlAudit::head).orElseThrow(SqlAudit::noHead);
    }

    private static BrokerException noHead() {
        return new BrokerException("the ledger has no head");
    }

    private static LedgerHead head(ResultSet row) throws SQLException {
        var signature = row.getString("signature");
        var frontier = frontier(row.getLong("size"), row.getString("frontier"));
        return new LedgerHead(frontier, signature == null ? Optional.empty() : Optional.of(signed(row, signature)));
    }

    /** What is no hash any more is read as one that no node has, so that a look at the ledger finds it. */
    private static Frontier frontier(long size, String peaks) {
        var hashes = Stream.of(peaks.split(" ", -1))
            .filter(peak -> !peak.isEmpty())
            .map(peak -> Hash.parse(peak).orElse(Hash.EMPTY))
            .toList();
        var expected = Long.bitCount(Math.max(size, 0));
        return new Frontier(
            Math.max(size, 0),
            hashes.size() == expected ? hashes : Collections.nCopies(expected, Hash.EMPTY)
        );
    }

    private static SignedTreeHead signed(ResultSet row, String signature) throws SQLException {
        var head = new TreeHead(row.getLong("size"), hash(row, "root"), Sql.instant(row, "signed_at"));
        return new SignedTreeHead(head, row.getString("key_id"), signature);
    }

    @Override
    public void append(LedgerBatch batch, SignedTreeHead head) {
        batch.entries().forEach(this::insert);
        batch.nodes().forEach(this::insert);
        sql.update(
            """
            UPDATE ledger_head
            SET size = ?, frontier = ?, root = ?, signed_at = ?, key_id = ?, signature = ?
            WHERE id = 1""",
            batch.frontier().size(),
            batch.frontier().peaks().stream().map(Hash::hex).collect(Collectors.joining(" ")),
            head.root().hex(),
            head.head().at(),
            head.keyId(),
            head.signature()
        );
    }

    private void insert(AuditEntry entry) {
        sql.update(
            """
            INSERT INTO ledger_entry (sequence, happened_at, kind, program_id, subject, json, leaf_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            entry.sequence(),
            entry.at(),
            entry.kind(),
            entry.program().orElse(null),
            entry.subject().orElse(null),
            entry.json(),
            entry.leaf().hex()
        );
    }

    private void insert(LedgerNode node) {
        sql.update(
            "INSERT INTO ledger_node (level, position, hash) VALUES (?, ?, ?)",
            node.level(),
            node.position(),
            node.hash().hex()
        );
    }

    @Override
    public List<AuditEntry> entriesAfter(long sequence, int limit) {
        return sql.list(
            "SELECT * FROM ledger_entry WHERE sequence > ? ORDER BY sequence LIMIT ?",
            SqlAudit::entry,
            sequence,
            limit
        );
    }

    @Override
    public List<AuditEntry> entriesOf(ProgramId program, PairwiseSubject subject, long before, int limit) {
        return sql.list(
            """
            SELECT * FROM ledger_entry WHERE program_id = ? AND subject = ? AND sequence < ?
            ORDER BY sequence DESC LIMIT ?""",
            SqlAudit::entry,
            program.value(),
            subject.value(),
            before,
            limit
        );
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
            row.getLong("sequence"),
            Sql.instant(row, "happened_at"),
            row.getString("kind"),
            Optional.ofNullable(row.getString("program_id")),
            Optional.ofNullable(row.getString("subject")),
            row.getString("json"),
            hash(row, "leaf_hash")
        );
    }

    @Override
    public Optional<Hash> node(int level, long position) {
        return level == 0
            ? sql.one(
                  "SELECT leaf_hash FROM ledger_entry WHERE sequence = ?",
                  row -> hash(row, "leaf_hash"),
                  position + 1
              )
            : sql.one(
                  "SELECT hash FROM ledger_node WHERE level = ? AND position = ?",
                  row -> hash(row, "hash"),
                  level,
                  position
              );
    }

    private static Hash hash(ResultSet row, String column) throws SQLException {
        return Hash.parse(row.getString(column)).orElse(Hash.EMPTY);
    }
}
