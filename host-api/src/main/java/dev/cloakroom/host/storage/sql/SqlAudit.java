package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.error.BrokerException;
import java.util.List;

/** The tables {@code ledger_entry} and {@code ledger_head}; triggers refuse every change but an append. */
record SqlAudit(Sql sql) implements AuditStore {
    /** An update that changes nothing takes the row's lock in every engine. */
    @Override
    public Head lockHead() {
        return sql
            .returning("UPDATE ledger_head SET size = size WHERE id = 1 RETURNING size, chain_hash", row ->
                new Head(row.getLong("size"), row.getString("chain_hash"))
            )
            .orElseThrow(() -> new BrokerException("the ledger has no head"));
    }

    @Override
    public void append(AuditEntry entry) {
        sql.update(
            "INSERT INTO ledger_entry (sequence, json, leaf_hash, chain_hash) VALUES (?, ?, ?, ?)",
            entry.sequence(),
            entry.json(),
            entry.leafHash(),
            entry.chainHash()
        );
        sql.update("UPDATE ledger_head SET size = ?, chain_hash = ? WHERE id = 1", entry.sequence(), entry.chainHash());
    }

    @Override
    public List<AuditEntry> entriesAfter(long sequence) {
        return sql.list(
            "SELECT * FROM ledger_entry WHERE sequence > ? ORDER BY sequence",
            row ->
                new AuditEntry(
                    row.getLong("sequence"),
                    row.getString("json"),
                    row.getString("leaf_hash"),
                    row.getString("chain_hash")
                ),
            sequence
        );
    }
}
