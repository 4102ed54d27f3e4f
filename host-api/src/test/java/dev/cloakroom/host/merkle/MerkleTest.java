package dev.cloakroom.host.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTest {

    private static final int EXHAUSTIVE = 130;

    /** Entries and roots of the reference tests of Certificate Transparency, which RFC 9162 kept. */
    private static final List<String> ENTRIES = List.of(
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f"
    );
    private static final List<String> ROOTS = List.of(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    );

    @Test
    void roots_areThoseOfTheReference() {
        assertThat(reference().roots.stream().map(Hash::hex)).containsExactlyElementsOf(ROOTS);
    }

    @Test
    void inclusion_isThatOfTheReference() {
        assertThat(reference().tree.inclusion(5, 8).stream().map(Hash::hex)).containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        );
    }

    @Test
    void consistency_isThatOfTheReference() {
        assertThat(reference().tree.consistency(6, 8).stream().map(Hash::hex)).containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        );
        assertThat(reference().tree.consistency(2, 5).stream().map(Hash::hex)).containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        );
    }

    @Test
    void roots_areThoseOfTheDefinitionForEverySize() {
        var grown = grown(EXHAUSTIVE);
        for (int size = 0; size <= EXHAUSTIVE; size++) {
            var defined = GrowingTree.mth(grown.leaves.subList(0, size));
            assertThat(grown.roots.get(size)).isEqualTo(defined);
            assertThat(grown.tree.root(size)).isEqualTo(defined);
        }
    }

    @Test
    void inclusion_isProvenForEveryEntryOfEverySizeAndForNoOther() {
        var grown = grown(EXHAUSTIVE);
        int proofs = 0;
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            for (int index = 0; index < size; index++) {
                var path = grown.tree.inclusion(index, size);
                assertThat(path.size()).isLessThanOrEqualTo(ceilLog2(size));
                assertThat(includes(grown, index, index, size, path)).isTrue();
                assertThat(includes(grown, index, (index + 1) % size, size, path)).isEqualTo(size == 1);
                assertThat(includes(grown, (index + 1) % size, index, size, path)).isEqualTo(size == 1);
                assertThat(includes(grown, index, index + size, size, path)).isFalse();
                proofs++;
            }
        }
        assertThat(proofs).isEqualTo((EXHAUSTIVE * (EXHAUSTIVE + 1)) / 2);
    }

    @Test
    void consistency_isProvenForEveryPairOfSizes() {
        var grown = grown(EXHAUSTIVE);
        for (int to = 0; to <= EXHAUSTIVE; to++) {
            for (int from = 0; from <= to; from++) {
                var proof = grown.tree.consistency(from, to);
                assertThat(proof.size()).isLessThanOrEqualTo(ceilLog2(to) + 1);
                assertThat(follows(grown, from, to, proof)).isTrue();
                if (from > 0 && from < to) {
                    assertThat(MerkleProofs.follows(from, Hash.EMPTY, to, grown.roots.get(to), proof)).isFalse();
                    assertThat(MerkleProofs.follows(from, grown.roots.get(from), to, Hash.EMPTY, proof)).isFalse();
                    assertThat(follows(grown, from - 1, to, proof)).isFalse();
                }
            }
        }
    }

    /** A proof of random sizes, damaged in one random way, proves nothing. */
    @Test
    void damagedProof_provesNothing() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var grown = grown(1000);
        for (int i = 0; i < 2000; i++) {
            int size = 2 + random.nextInt(999);
            int index = random.nextInt(size);
            var path = damaged(grown.tree.inclusion(index, size), random);
            assertThat(includes(grown, index, index, size, path))
                .as("inclusion, seed %d", seed)
                .isFalse();
            int from = 1 + random.nextInt(size - 1);
            var proof = damaged(grown.tree.consistency(from, size), random);
            assertThat(follows(grown, from, size, proof))
                .as("consistency, seed %d", seed)
                .isFalse();
        }
    }

    @Test
    void historyThatChangedBeforeTheFormerHead_isNotConsistent() {
        var former = grown(100);
        var edited = new GrowingTree();
        for (int i = 0; i < 130; i++) {
            edited.add(entry(i == 41 ? 4141 : i));
        }
        for (int from = 42; from <= 100; from++) {
            var proof = edited.tree.consistency(from, 130);
            var root = edited.roots.get(130);
            assertThat(MerkleProofs.follows(from, edited.roots.get(from), 130, root, proof)).isTrue();
            assertThat(MerkleProofs.follows(from, former.roots.get(from), 130, root, proof)).isFalse();
        }
    }

    /** Without the two prefixes, the concatenation of two hashes would be an entry of the same tree. */
    @Test
    void subtree_doesNotPassForAnEntry() {
        var grown = grown(2);
        var concatenated = HexFormat.of().parseHex(grown.leaves.get(0).hex() + grown.leaves.get(1).hex());
        assertThat(Hash.leaf(concatenated)).isNotEqualTo(grown.roots.get(2));
        assertThat(MerkleProofs.includes(Hash.leaf(concatenated), 0, 1, List.of(), grown.roots.get(2))).isFalse();
    }

    @Test
    void frontier_needsOnePeakForEachBit() {
        assertThatThrownBy(() -> new Frontier(3, List.of(Hash.EMPTY))).hasMessageContaining("3 entries");
        assertThatThrownBy(() -> new Hash("E3")).hasMessageContaining("64 digits");
    }

    private static List<Hash> damaged(List<Hash> proof, Random random) {
        var damaged = new ArrayList<>(proof);
        if (damaged.isEmpty()) {
            return List.of(Hash.EMPTY);
        }
        int at = random.nextInt(damaged.size());
        switch (random.nextInt(4)) {
            case 0 -> damaged.remove(at);
            case 1 -> damaged.add(at, Hash.EMPTY);
            case 2 -> damaged.set(at, Hash.node(damaged.get(at), damaged.get(at)));
            default -> {
                damaged.add(Hash.EMPTY);
                Collections.swap(damaged, at, damaged.size() - 1);
            }
        }
        return damaged;
    }

    private static boolean includes(GrowingTree grown, int leaf, int index, int size, List<Hash> path) {
        return MerkleProofs.includes(grown.leaves.get(leaf), index, size, path, grown.roots.get(size));
    }

    private static boolean follows(GrowingTree grown, int from, int to, List<Hash> proof) {
        return MerkleProofs.follows(from, grown.roots.get(from), to, grown.roots.get(to), proof);
    }

    private static GrowingTree reference() {
        var grown = new GrowingTree();
        ENTRIES.forEach(entry -> grown.add(HexFormat.of().parseHex(entry)));
        return grown;
    }

    private static GrowingTree grown(int size) {
        var grown = new GrowingTree();
        for (int i = 0; i < size; i++) {
            grown.add(entry(i));
        }
        return grown;
    }

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static int ceilLog2(int size) {
        return size <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
    }
}
