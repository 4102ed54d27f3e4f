package dev.cloakroom.host.merkle;

import java.util.ArrayList;
import java.util.List;

/** A tree in memory that keeps its complete subtrees as a store would, and all its former roots. */
final class GrowingTree {

    final List<Hash> leaves = new ArrayList<>();
    final List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));
    final MerkleTree tree = new MerkleTree((level, position) ->
        levels()
            .get(level)
            .get((int) position)
    );
    private final List<List<Hash>> levels = new ArrayList<>();
    private Frontier frontier = Frontier.EMPTY;

    void add(byte[] entry) {
        leaves.add(Hash.leaf(entry));
        frontier = frontier.add(leaves.getLast(), this::keep);
        roots.add(frontier.root());
    }

    private void keep(int level, long position, Hash hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        if (levels.get(level).size() != position) {
            throw new AssertionError("node " + level + "/" + position + " is out of order");
        }
        levels.get(level).add(hash);
    }

    private List<List<Hash>> levels() {
        return levels;
    }

    /** MTH of RFC 9162, section 2.1.1, as it stands there. */
    static Hash mth(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return Hash.node(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }
}
