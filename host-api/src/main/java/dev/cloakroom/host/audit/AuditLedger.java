package dev.cloakroom.host.audit;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The append-only record of every decision and disclosure: a Merkle tree (RFC 9162) with signed heads. */
public final class AuditLedger {

    private final LedgerReader reader;
    private final LedgerVerifier verifier;
    private final LedgerTransactions transactions;

    private AuditLedger(LedgerReader reader, LedgerVerifier verifier, LedgerTransactions transactions) {
        this.reader = reader;
        this.verifier = verifier;
        this.transactions = transactions;
    }

    /**
     * Opens the ledger, if it goes on from where the witness last saw it.
     *
     * @param storage transactions over all stores
     * @throws BrokerException when the store was set back, or its head is not one of this host; the message tells what
     *     to do
     */
    public static AuditLedger open(
        AuditStore store,
        Transactions storage,
        HeadSigner signer,
        HeadWitness witness,
        Clock clock
    ) {
        var reader = new LedgerReader(store);
        var guard = new HeadGuard(reader.tree(), signer, witness, known(store, signer, witness, clock));
        guard.require(store.head());
        var writer = new LedgerWriter(store, signer, guard, clock);
        return new AuditLedger(
            reader,
            new LedgerVerifier(store, signer, witness),
            new LedgerTransactions(storage, writer)
        );
    }

    /**
     * The witness knows a head before the store has a signed one. Reading the store before the witness keeps that true
     * for a process that starts while another makes the first entry.
     */
    private static SignedTreeHead known(AuditStore store, HeadSigner signer, HeadWitness witness, Clock clock) {
        var stored = store.head();
        var last = witness.last();
        if (last.isPresent()) {
            return last.get();
        }
        HeadCheck.damage(stored, last, signer).ifPresent(damaged -> {
            throw new BrokerException(damaged.message());
        });
        return witness.record(signer.sign(new TreeHead(0, Hash.EMPTY, clock.instant())));
    }

    /**
     * Transactions over all stores, in which {@link #append} notes its events. Whoever appends in a transaction of the
     * storage's own instead lets the witness hear of a head before it is durable.
     */
    public Transactions transactions() {
        return transactions;
    }

    /**
     * Appends the event, after those before it: durable when this returns, or with the transaction that this is called
     * in. Returns the event.
     */
    public AuditEvent append(AuditEvent event) {
        return transactions.inTransaction(() -> {
            transactions.note(event);
            return event;
        });
    }

    /** All entries, by sequence, in memory: for a short ledger, such as a scenario's. */
    public List<AuditEntry> entries() {
        return reader.streamAfter(0).toList();
    }

    /** As {@link LedgerReader#entriesAfter}. */
    public List<AuditEntry> entriesAfter(long sequence) {
        return reader.entriesAfter(sequence);
    }

    /** As {@link LedgerReader#entriesOf}: what the privacy dashboard shows. */
    public List<AuditEntry> entriesOf(ProgramId program, PairwiseSubject subject, long before) {
        return reader.entriesOf(program, subject, before);
    }

    /** The newest signed head, empty before the first entry: give it away, and have the ledger prove that it kept it. */
    public Optional<SignedTreeHead> head() {
        return reader.head().signed();
    }

    /** For proofs, and for reading at length. */
    public LedgerReader reader() {
        return reader;
    }

    /** Reads every entry and holds it against the signed head and the witness. */
    public LedgerVerdict verify() {
        return verifier.verify();
    }
}
