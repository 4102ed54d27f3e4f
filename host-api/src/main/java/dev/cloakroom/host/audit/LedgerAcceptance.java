package dev.cloakroom.host.audit;

import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The operator's way out when the store is an older one than the witness remembers, as after a backup was put in place,
 * or the witness is lost. The ledger goes on from what the store has, and says so in an entry.
 */
public final class LedgerAcceptance {

    private final AuditStore store;
    private final Transactions storage;
    private final HeadSigner signer;
    private final HeadWitness witness;
    private final Clock clock;

    /** @param storage transactions over all stores */
    public LedgerAcceptance(
        AuditStore store,
        Transactions storage,
        HeadSigner signer,
        HeadWitness witness,
        Clock clock
    ) {
        this.store = store;
        this.storage = storage;
        this.signer = signer;
        this.witness = witness;
        this.clock = clock;
    }

    /**
     * Accepts the store as it is, when that is intact in itself and only the witness speaks against it.
     *
     * @return what the ledger is now: intact, or damaged in a way that cannot be accepted
     */
    public LedgerVerdict accept() {
        var verifier = new LedgerVerifier(store, signer, witness);
        var found = verifier.verify();
        if (
            found
                .damage()
                .filter(damaged -> damaged.kind().isAcceptable())
                .isEmpty()
        ) {
            return found;
        }
        var alone = verifier.verifyAlone();
        if (alone instanceof LedgerVerdict.Intact) {
            restart(witness.last());
            return verifier.verify();
        }
        return alone;
    }

    /** The entry is durable before the witness forgets: a crash between them leaves a store that is still refused. */
    private void restart(Optional<SignedTreeHead> former) {
        var size = former.map(SignedTreeHead::size).orElse(0L);
        var root = former.map(SignedTreeHead::root).orElse(Hash.EMPTY);
        var head = storage.inTransaction(() ->
            writer().append(List.of(new AuditEvent.StoreAccepted(store.head().size(), size, root.hex())))
        );
        witness.restart(head);
    }

    private LedgerWriter writer() {
        var present = store
            .head()
            .signed()
            .orElseGet(() -> signer.sign(new TreeHead(0, Hash.EMPTY, clock.instant())));
        var guard = new HeadGuard(new LedgerReader(store).tree(), signer, witness, present);
        return new LedgerWriter(store, signer, guard, clock);
    }
}
