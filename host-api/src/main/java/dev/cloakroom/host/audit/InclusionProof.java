package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.MerkleProofs;
import dev.cloakroom.host.merkle.TreeHead;
import java.util.List;

/**
 * Shows that an entry is in the ledger, to somebody who has a head of it and no database.
 *
 * @param entry the text of the entry
 * @param size the number of entries of the tree that the path leads to the root of
 * @param path the siblings on the way to the root, nearest first
 */
public record InclusionProof(String entry, long sequence, long size, List<Hash> path) {
    /** Whether it does so under that head. */
    public boolean holds(TreeHead head) {
        return (
            head.size() == size && MerkleProofs.includes(AuditEntry.leaf(entry), sequence - 1, size, path, head.root())
        );
    }
}
