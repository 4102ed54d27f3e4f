package dev.cloakroom.host;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.audit.LedgerBatch;
import dev.cloakroom.host.audit.LedgerHead;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger's store that shows each entry to a test first, which may throw. */
record WrappedAudit(AuditStore real, Consumer<AuditEntry> first) implements AuditStore {
    @Override
    public LedgerHead lockHead() {
        return real.lockHead();
    }

    @Override
    public LedgerHead head() {
        return real.head();
    }

    @Override
    public void append(LedgerBatch batch, SignedTreeHead head) {
        batch.entries().forEach(first);
        real.append(batch, head);
    }

    @Override
    public List<AuditEntry> entriesAfter(long sequence, int limit) {
        return real.entriesAfter(sequence, limit);
    }

    @Override
    public List<AuditEntry> entriesOf(ProgramId program, PairwiseSubject subject, long before, int limit) {
        return real.entriesOf(program, subject, before, limit);
    }

    @Override
    public Optional<Hash> node(int level, long position) {
        return real.node(level, position);
    }
}
