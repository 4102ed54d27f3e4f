package dev.cloakroom.host.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Proofs from stored nodes. Only complete subtrees are read, and of them O(log n).
 *
 * @param nodes the complete subtrees; those of an entry or later than {@code size} are never asked for
 */
public record MerkleTree(Nodes nodes) {
    /** Where complete subtrees are kept; see {@link Frontier.Sink} for level and position. */
    @FunctionalInterface
    public interface Nodes {
        Hash at(int level, long position);
    }

    /** The root over the first {@code size} entries. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /**
     * The path from an entry to the root over the first {@code size} entries, nearest first (RFC 9162, section
     * 2.1.3.1).
     *
     * @param index of the entry, from 0
     */
    public List<Hash> inclusion(long index, long size) {
        require(index >= 0 && index < size, "no entry " + index + " among " + size);
        var path = new ArrayList<Hash>();
        path(index, 0, size, path);
        return path;
    }

    /** What shows that the first {@code from} of {@code to} entries are the same in both trees (section 2.1.4.1). */
    public List<Hash> consistency(long from, long to) {
        require(from >= 0 && from <= to, "a tree of " + to + " entries does not follow one of " + from);
        var proof = new ArrayList<Hash>();
        if (from > 0) {
            subproof(from, 0, to, true, proof);
        }
        return proof;
    }

    private void path(long index, long start, long size, List<Hash> path) {
        if (size == 1) {
            return;
        }
        var left = leftOf(size);
        if (index < left) {
            path(index, start, left, path);
            path.add(root(start + left, size - left));
        } else {
            path(index - left, start + left, size - left, path);
            path.add(root(start, left));
        }
    }

    /** SUBPROOF of the RFC; {@code whole} is its flag: the older tree's root is known to the verifier. */
    private void subproof(long from, long start, long size, boolean whole, List<Hash> proof) {
        if (from == size) {
            if (!whole) {
                proof.add(root(start, size));
            }
            return;
        }
        var left = leftOf(size);
        if (from <= left) {
            subproof(from, start, left, whole, proof);
            proof.add(root(start + left, size - left));
        } else {
            subproof(from - left, start + left, size - left, false, proof);
            proof.add(root(start, left));
        }
    }

    private Hash root(long start, long size) {
        if (Long.bitCount(size) == 1) {
            var level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, start >> level);
        }
        var left = leftOf(size);
        return Hash.node(root(start, left), root(start + left, size - left));
    }

    /** The largest power of two below {@code size}. */
    private static long leftOf(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
