package dev.cloakroom.host.audit;

import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.util.List;

/** The append-only record of every decision and disclosure. */
public final class AuditLedger {

    private final AuditStore store;
    private final Transactions transactions;
    private final Clock clock;

    public AuditLedger(AuditStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Appends the event: durable when this returns, or with the transaction that this is called in. */
    public AuditEntry append(AuditEvent event) {
        return transactions.inTransaction(() -> appendAfter(store.lockHead(), event));
    }

    private AuditEntry appendAfter(AuditStore.Head head, AuditEvent event) {
        var sequence = head.size() + 1;
        var entry = LedgerHash.seal(sequence, CanonicalJson.of(sequence, clock.instant(), event), head.chainHash());
        store.append(entry);
        return entry;
    }

    /** All entries, by sequence. */
    public List<AuditEntry> entries() {
        return entriesAfter(0);
    }

    /** The entries that came after the one with that sequence, by sequence. */
    public List<AuditEntry> entriesAfter(long sequence) {
        return store.entriesAfter(sequence);
    }

    /** Whether every stored entry is the one that was appended, in its place, and none is missing before the head. */
    public boolean isIntact() {
        return transactions.inTransaction(() -> LedgerHash.isChain(store.entriesAfter(0), store.lockHead()));
    }
}
