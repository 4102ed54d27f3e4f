package dev.cloakroom.host.audit;

import dev.cloakroom.host.audit.LedgerVerdict.Damage;
import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;

/** What can be told of a stored head without reading an entry. */
final class HeadCheck {

    private HeadCheck() {}

    /**
     * What is wrong with the head.
     *
     * @param known a head of this ledger that somebody kept; empty when nobody did
     */
    static Optional<Damaged> damage(LedgerHead stored, Optional<SignedTreeHead> known, HeadSigner signer) {
        if (known.isEmpty() && stored.signed().isPresent()) {
            return damaged(Damage.WITNESS_LOST, stored, "nothing tells whether these are all its entries");
        }
        if (known.filter(head -> !signer.signed(head)).isPresent()) {
            return damaged(Damage.FORGED_HEAD, stored, "no key of this host signed what the witness remembers");
        }
        var knownSize = known.map(SignedTreeHead::size).orElse(0L);
        return forged(stored, knownSize, signer).or(() -> shrunk(stored, knownSize));
    }

    private static Optional<Damaged> forged(LedgerHead stored, long known, HeadSigner signer) {
        if (stored.signed().isEmpty()) {
            return known > 0 && stored.size() > 0
                ? damaged(Damage.FORGED_HEAD, stored, "the signature of the head is gone")
                : Optional.empty();
        }
        var head = stored.signed().get();
        if (head.size() != stored.size() || !head.root().equals(stored.frontier().root())) {
            return damaged(Damage.FORGED_HEAD, stored, "the signed head is that of another tree");
        }
        return signer.signed(head)
            ? Optional.empty()
            : damaged(Damage.FORGED_HEAD, stored, "no key of this host signed the head");
    }

    private static Optional<Damaged> shrunk(LedgerHead stored, long known) {
        var detail = "the store has " + stored.size() + " entries, and there were " + known + " already";
        return stored.size() < known ? damaged(Damage.ROLLED_BACK, stored, detail) : Optional.empty();
    }

    /** The entries up to a known head are others now. */
    static Damaged forked(SignedTreeHead known) {
        var detail = "its first " + known.size() + " entries are not those of the head that the witness remembers";
        return new Damaged(Damage.FORKED, known.size(), detail);
    }

    private static Optional<Damaged> damaged(Damage kind, LedgerHead stored, String detail) {
        return Optional.of(new Damaged(kind, stored.size(), detail));
    }
}
