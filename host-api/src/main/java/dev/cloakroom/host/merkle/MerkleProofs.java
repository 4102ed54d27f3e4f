package dev.cloakroom.host.merkle;

import java.util.ArrayList;
import java.util.List;

/** Checks proofs, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. Trusts nothing but the roots. */
public final class MerkleProofs {

    private MerkleProofs() {}

    /**
     * Whether the tree of that size and root has the leaf at that index.
     *
     * @param index from 0
     * @param path as of {@link MerkleTree#inclusion}
     */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var climb = new Climb(index, size - 1);
        var hash = leaf;
        for (var sibling : path) {
            if (climb.isAtTop()) {
                return false;
            }
            hash = climb.isRight() ? Hash.node(sibling, hash) : Hash.node(hash, sibling);
            climb.up();
        }
        return climb.isAtTop() && hash.equals(root);
    }

    /**
     * Whether the tree of {@code size} entries begins with that of {@code formerSize}.
     *
     * @param proof as of {@link MerkleTree#consistency}
     */
    public static boolean follows(long formerSize, Hash formerRoot, long size, Hash root, List<Hash> proof) {
        if (formerSize < 0 || formerSize > size) {
            return false;
        }
        if (formerSize == 0 || formerSize == size) {
            return proof.isEmpty() && formerRoot.equals(formerSize == 0 ? Hash.EMPTY : root);
        }
        return climbs(formerSize, formerRoot, size, root, proof);
    }

    private static boolean climbs(long formerSize, Hash formerRoot, long size, Hash root, List<Hash> proof) {
        var nodes = new ArrayList<>(proof);
        if (Long.bitCount(formerSize) == 1) {
            nodes.addFirst(formerRoot);
        }
        if (nodes.isEmpty()) {
            return false;
        }
        var climb = new Climb(formerSize - 1, size - 1);
        climb.skipRights();
        var former = nodes.getFirst();
        var present = former;
        for (var node : nodes.subList(1, nodes.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            former = climb.isRight() ? Hash.node(node, former) : former;
            present = climb.isRight() ? Hash.node(node, present) : Hash.node(present, node);
            climb.up();
        }
        return climb.isAtTop() && former.equals(formerRoot) && present.equals(root);
    }

    /** The way from a node to the root: {@code fn} and {@code sn} of the RFC. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean isAtTop() {
            return last == 0;
        }

        /** Whether the sibling is to the left; true for the last node too, whose parents on the way have one child. */
        boolean isRight() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            if (isRight()) {
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        void skipRights() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }
    }
}
