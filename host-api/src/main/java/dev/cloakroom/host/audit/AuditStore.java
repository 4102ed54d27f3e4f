package dev.cloakroom.host.audit;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.List;
import java.util.Optional;

/** Keeps the ledger; refuses to change or delete an entry or a node. */
public interface AuditStore {
    /** The end of the ledger, held against other writers until the transaction ends. */
    LedgerHead lockHead();

    /** The end of the ledger as of the last commit. */
    LedgerHead head();

    /** Adds the batch after the locked head, which it replaces by a signed one. */
    void append(LedgerBatch batch, SignedTreeHead head);

    /** The first {@code limit} entries with a greater sequence, by sequence; from the start after 0. */
    List<AuditEntry> entriesAfter(long sequence, int limit);

    /** The last {@code limit} entries about the subject with a smaller sequence, the latest first. */
    List<AuditEntry> entriesOf(ProgramId program, PairwiseSubject subject, long before, int limit);

    /** The root of a complete subtree; of level 0 the hash of the entry. See {@link LedgerNode}. */
    Optional<Hash> node(int level, long position);
}
