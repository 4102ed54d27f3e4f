package dev.cloakroom.host.audit;

import java.util.List;

/** Keeps the ledger; refuses to change or delete an entry. */
public interface AuditStore {
    /** The number of entries and the last chain hash; held against other writers until the transaction ends. */
    Head lockHead();

    /** Adds the entry after the locked head. */
    void append(AuditEntry entry);

    /** The entries with a greater sequence, by sequence; all of them after 0. */
    List<AuditEntry> entriesAfter(long sequence);

    /**
     * The end of the ledger.
     *
     * @param chainHash in hexadecimal
     */
    record Head(long size, String chainHash) {}
}
