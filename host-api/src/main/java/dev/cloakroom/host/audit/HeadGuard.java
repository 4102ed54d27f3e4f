package dev.cloakroom.host.audit;

import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.MerkleProofs;
import dev.cloakroom.host.merkle.MerkleTree;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to build on a head that nobody of this host signed, or that does not follow from the newest one that is
 * known. Known are the heads that this process committed, and what the witness remembers of others.
 */
final class HeadGuard {

    private static final Logger LOG = LoggerFactory.getLogger(HeadGuard.class);

    private final MerkleTree tree;
    private final HeadSigner signer;
    private final HeadWitness witness;

    /** The newest head that is known to be committed. */
    private SignedTreeHead newest;

    /** The last head that was checked against {@code newest} or signed on top of such a one; it may be rolled back. */
    private Optional<LedgerHead> trusted = Optional.empty();

    /** The size of the newest head that this process told the witness; guarded by it. */
    private long told;

    HeadGuard(MerkleTree tree, HeadSigner signer, HeadWitness witness, SignedTreeHead newest) {
        this.tree = tree;
        this.signer = signer;
        this.witness = witness;
        this.newest = newest;
    }

    /** @throws BrokerException when this is not what the ledger has come to; the message tells what to do */
    synchronized void require(LedgerHead stored) {
        if (!trusted.equals(Optional.of(stored))) {
            damage(stored).ifPresent(damaged -> {
                throw new BrokerException(damaged.message());
            });
            trusted = Optional.of(stored);
        }
    }

    private Optional<Damaged> damage(LedgerHead stored) {
        return HeadCheck.damage(stored, Optional.of(newest), signer).or(() -> fork(stored));
    }

    private Optional<Damaged> fork(LedgerHead stored) {
        var proof = tree.consistency(newest.size(), stored.size());
        var root = stored.frontier().root();
        return MerkleProofs.follows(newest.size(), newest.root(), stored.size(), root, proof)
            ? Optional.empty()
            : Optional.of(HeadCheck.forked(newest));
    }

    /** This host signed a head on top of one that passed. */
    synchronized void signed(LedgerHead head) {
        trusted = Optional.of(head);
    }

    /**
     * The transaction of that head is durable. Heads that are committed while the witness is busy with one are told at
     * once when it is done. A witness that cannot be told lags behind, and hears of the next one.
     */
    void committed(SignedTreeHead head) {
        advance(head);
        synchronized (witness) {
            if (told < head.size()) {
                tell(newest());
            }
        }
    }

    private void tell(SignedTreeHead head) {
        try {
            var known = witness.record(head);
            told = head.size();
            if (!known.equals(head)) {
                learn(known);
            }
        } catch (RuntimeException e) {
            LOG.error("the witness does not know of entry {}: until it does, losing it is not seen", head.size(), e);
        }
    }

    private synchronized SignedTreeHead newest() {
        return newest;
    }

    private synchronized void advance(SignedTreeHead head) {
        newest = head.size() > newest.size() ? head : newest;
    }

    /** A head of another process has yet to be compared with what this one builds on. */
    private synchronized void learn(SignedTreeHead head) {
        if (head.size() > newest.size()) {
            newest = head;
            trusted = Optional.empty();
        }
    }
}
