package dev.cloakroom.host.audit;

import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Appends what happened in a transaction, as the last thing that the transaction does. */
final class LedgerWriter {

    private final AuditStore store;
    private final HeadSigner signer;
    private final HeadGuard guard;
    private final Clock clock;

    LedgerWriter(AuditStore store, HeadSigner signer, HeadGuard guard, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.guard = guard;
        this.clock = clock;
    }

    SignedTreeHead append(List<AuditEvent> events) {
        var stored = store.lockHead();
        guard.require(stored);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var batch = LedgerBatch.of(stored.frontier(), now, events);
        var head = signer.sign(new TreeHead(batch.frontier().size(), batch.frontier().root(), now));
        store.append(batch, head);
        guard.signed(new LedgerHead(batch.frontier(), Optional.of(head)));
        return head;
    }

    void committed(SignedTreeHead head) {
        guard.committed(head);
    }
}
