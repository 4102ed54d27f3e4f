package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.MerkleProofs;
import dev.cloakroom.host.merkle.TreeHead;
import java.util.List;

/** Shows that a ledger only grew from one head to another, to somebody who has both and no database. */
public record ConsistencyProof(long formerSize, long size, List<Hash> path) {
    /** Whether it does so for these heads. */
    public boolean holds(TreeHead former, TreeHead head) {
        return (
            former.size() == formerSize &&
            head.size() == size &&
            MerkleProofs.follows(formerSize, former.root(), size, head.root(), path)
        );
    }
}
