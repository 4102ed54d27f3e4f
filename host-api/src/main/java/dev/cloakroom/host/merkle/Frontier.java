package dev.cloakroom.host.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: all that is needed to append to it and to tell its root.
 *
 * @param size the number of entries
 * @param peaks the roots of the largest complete subtrees that make up the tree, from left to right: one for each bit
 *     that is set in {@code size}
 */
public record Frontier(long size, List<Hash> peaks) {
    /** Of the tree without entries. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                "a tree of " + size + " entries does not have " + peaks.size() + " peaks"
            );
        }
    }

    /** The frontier with one more entry; {@code completed} hears of each subtree that is complete with it. */
    public Frontier add(Hash leaf, Sink completed) {
        var left = new ArrayList<>(peaks);
        var hash = leaf;
        completed.node(0, size, hash);
        for (int level = 1; ((size >> (level - 1)) & 1) == 1; level++) {
            hash = Hash.node(left.removeLast(), hash);
            completed.node(level, size >> level, hash);
        }
        left.add(hash);
        return new Frontier(size + 1, left);
    }

    /** The root of the tree. */
    public Hash root() {
        return peaks
            .reversed()
            .stream()
            .reduce((right, left) -> Hash.node(left, right))
            .orElse(Hash.EMPTY);
    }

    /** Hears of complete subtrees. */
    @FunctionalInterface
    public interface Sink {
        /**
         * @param level 0 for a leaf; the subtree has two to the power of it entries
         * @param position counts the complete subtrees of the level from the left, from 0
         */
        void node(int level, long position, Hash hash);
    }
}
