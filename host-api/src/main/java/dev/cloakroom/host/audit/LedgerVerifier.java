package dev.cloakroom.host.audit;

import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;

/** Reads the whole ledger, page by page, and says what is wrong with it and where. */
public final class LedgerVerifier {

    private final AuditStore store;
    private final HeadSigner signer;
    private final HeadWitness witness;

    public LedgerVerifier(AuditStore store, HeadSigner signer, HeadWitness witness) {
        this.store = store;
        this.signer = signer;
        this.witness = witness;
    }

    /** What is first found wrong. The witness is read before the store, which goes on growing meanwhile. */
    public LedgerVerdict verify() {
        var known = witness.last();
        var head = store.head();
        return verdict(head, known, HeadCheck.damage(head, known, signer));
    }

    /** As {@link #verify}, but without a witness: the store's own head stands for it. */
    public LedgerVerdict verifyAlone() {
        var head = store.head();
        return verdict(head, head.signed(), HeadCheck.damage(head, head.signed(), signer));
    }

    private LedgerVerdict verdict(LedgerHead head, Optional<SignedTreeHead> known, Optional<Damaged> ofHead) {
        return ofHead
            .or(() -> new LedgerScan(store, head, known).run())
            .<LedgerVerdict>map(damaged -> damaged)
            .orElseGet(() -> new LedgerVerdict.Intact(head, known.map(SignedTreeHead::size).orElse(0L)));
    }
}
