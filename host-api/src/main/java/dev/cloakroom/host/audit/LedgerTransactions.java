package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Transactions whose events become entries at their end: the ledger is locked as late as it can be, always after
 * everything else, and one signature covers all events of a transaction. The witness hears of it after the commit.
 */
final class LedgerTransactions implements Transactions {

    private final ScopedValue<List<AuditEvent>> current = ScopedValue.newInstance();
    private final Transactions storage;
    private final LedgerWriter writer;

    private record Done<T>(T result, Optional<SignedTreeHead> head) {}

    LedgerTransactions(Transactions storage, LedgerWriter writer) {
        this.storage = storage;
        this.writer = writer;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return current.isBound() ? storage.inTransaction(work) : inNewTransaction(work);
    }

    /** Notes the event for the end of this transaction. */
    void note(AuditEvent event) {
        current.get().add(event);
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        var done = storage.inTransaction(() -> sealed(work));
        done.head().ifPresent(writer::committed);
        return done.result();
    }

    private <T> Done<T> sealed(Supplier<T> work) {
        var events = new ArrayList<AuditEvent>();
        var result = ScopedValue.where(current, events).call(work::get);
        return new Done<>(result, events.isEmpty() ? Optional.empty() : Optional.of(writer.append(events)));
    }
}
