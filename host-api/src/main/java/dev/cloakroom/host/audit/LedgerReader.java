package dev.cloakroom.host.audit;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.MerkleTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the ledger page by page, and proves what it reads. Never checks: that is {@link LedgerVerifier}. */
public final class LedgerReader {

    /** The most entries that one call returns. */
    public static final int PAGE = 500;

    private final AuditStore store;
    private final MerkleTree tree;

    public LedgerReader(AuditStore store) {
        this.store = store;
        this.tree = new MerkleTree((level, position) -> node(store, level, position));
    }

    private static Hash node(AuditStore store, int level, long position) {
        return store
            .node(level, position)
            .orElseThrow(() ->
                new BrokerException("the ledger lacks a node of its tree: `cloakroom ledger verify` tells more")
            );
    }

    MerkleTree tree() {
        return tree;
    }

    /** The end of the ledger. */
    public LedgerHead head() {
        return store.head();
    }

    /** The next entries after the one with that sequence, at most {@link #PAGE}, by sequence; from the start after 0. */
    public List<AuditEntry> entriesAfter(long sequence) {
        return store.entriesAfter(sequence, PAGE);
    }

    /** All entries after the one with that sequence, by sequence; read page by page as the stream is. */
    public Stream<AuditEntry> streamAfter(long sequence) {
        return Stream.iterate(
            entriesAfter(sequence),
            page -> !page.isEmpty(),
            page -> entriesAfter(page.getLast().sequence())
        ).flatMap(List::stream);
    }

    /**
     * The latest entries about a user, at most {@link #PAGE}, the latest first.
     *
     * @param subject the user as that program knows them
     * @param before the sequence of the last entry of the page before; {@link Long#MAX_VALUE} for the first page
     */
    public List<AuditEntry> entriesOf(ProgramId program, PairwiseSubject subject, long before) {
        return store.entriesOf(program, subject, before, PAGE);
    }

    /** The entry with that sequence. */
    public Optional<AuditEntry> entry(long sequence) {
        return store
            .entriesAfter(sequence - 1, 1)
            .stream()
            .filter(entry -> entry.sequence() == sequence)
            .findFirst();
    }

    /**
     * Shows that an entry is among the first {@code size}.
     *
     * @throws IllegalArgumentException when it is not, or there are not that many
     */
    public InclusionProof proveInclusion(long sequence, long size) {
        requireSize(size);
        var path = tree.inclusion(sequence - 1, size);
        var entry = entry(sequence).orElseThrow(() -> new BrokerException("entry " + sequence + " is missing"));
        return new InclusionProof(entry.json(), sequence, size, path);
    }

    /**
     * Shows that the ledger of {@code size} entries begins with that of {@code formerSize}.
     *
     * @throws IllegalArgumentException when it cannot, for their sizes
     */
    public ConsistencyProof proveConsistency(long formerSize, long size) {
        requireSize(size);
        return new ConsistencyProof(formerSize, size, tree.consistency(formerSize, size));
    }

    private void requireSize(long size) {
        var present = head().size();
        if (size > present) {
            throw new IllegalArgumentException("the ledger has " + present + " entries, not " + size);
        }
    }
}
