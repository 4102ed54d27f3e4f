package dev.cloakroom.host.audit;

import dev.cloakroom.host.audit.LedgerVerdict.Damage;
import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.merkle.Frontier;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.List;
import java.util.Optional;

/** One reading of all entries up to a head, in which the tree grows again from nothing. */
final class LedgerScan {

    private final AuditStore store;
    private final LedgerHead head;
    private final Optional<SignedTreeHead> known;
    private Frontier grown = Frontier.EMPTY;
    private Optional<Damaged> found = Optional.empty();
    private Optional<Damaged> forked = Optional.empty();

    LedgerScan(AuditStore store, LedgerHead head, Optional<SignedTreeHead> known) {
        this.store = store;
        this.head = head;
        this.known = known;
    }

    /** The first damage. */
    Optional<Damaged> run() {
        while (found.isEmpty() && grown.size() < head.size()) {
            var page = store.entriesAfter(grown.size(), LedgerReader.PAGE);
            if (page.isEmpty()) {
                return damaged(Damage.TRUNCATED, next(), "the entries from here to " + head.size() + " are gone");
            }
            page.forEach(this::take);
        }
        return found
            .or(this::wrongRoot)
            .or(() -> forked)
            .or(this::addedAfterHead);
    }

    private long next() {
        return grown.size() + 1;
    }

    private void take(AuditEntry entry) {
        if (found.isEmpty() && grown.size() < head.size()) {
            found = wrongPlace(entry).or(() -> wrongText(entry));
            grown = found.isPresent() ? grown : grown.add(entry.leaf(), this::compare);
            forked = forked.or(this::fork);
        }
    }

    private Optional<Damaged> wrongPlace(AuditEntry entry) {
        if (entry.sequence() != next()) {
            return damaged(Damage.MISSING, next(), "there is no such entry");
        }
        var stated = read(entry.json()).map(AuditEntry::sequence);
        if (stated.isEmpty() || stated.get() == next()) {
            return Optional.empty();
        }
        if (standsElsewhere()) {
            return damaged(Damage.REORDERED, next(), "in its place is entry " + stated.get());
        }
        return isHashed(entry)
            ? damaged(Damage.MISSING, next(), "in its place is entry " + stated.get())
            : damaged(Damage.EDITED, next(), "it says that it is entry " + stated.get());
    }

    private boolean standsElsewhere() {
        return new LedgerReader(store)
            .streamAfter(0)
            .flatMap(entry -> read(entry.json()).stream())
            .anyMatch(stated -> stated.sequence() == next());
    }

    private Optional<Damaged> wrongText(AuditEntry entry) {
        if (!isHashed(entry)) {
            return damaged(Damage.EDITED, next(), "its text is not the one that was hashed");
        }
        return read(entry.json()).filter(entry::equals).isPresent()
            ? Optional.empty()
            : damaged(Damage.EDITED, next(), "a column differs from its text");
    }

    private static boolean isHashed(AuditEntry entry) {
        return AuditEntry.leaf(entry.json()).equals(entry.leaf());
    }

    private static Optional<AuditEntry> read(String json) {
        try {
            return Optional.of(AuditEntry.of(json));
        } catch (IllegalArgumentException e) {
            // an edited text need not be JSON: what it lacks is reported by who asked
            return Optional.empty();
        }
    }

    /** Subtrees complete as entries come: the first one that differs is the smallest with the damage in it. */
    private void compare(int level, long position, Hash hash) {
        if (level > 0 && found.isEmpty() && !store.node(level, position).equals(Optional.of(hash))) {
            found = differing(position << level, 1L << level);
        }
    }

    /** Told only when the entries are those of the stored head: otherwise they are what is wrong. */
    private Optional<Damaged> fork() {
        return known
            .filter(former -> former.size() == grown.size() && !former.root().equals(grown.root()))
            .map(HeadCheck::forked);
    }

    /** With all stored hashes made to fit, the peaks under the signature still tell which part differs. */
    private Optional<Damaged> wrongRoot() {
        var start = 0L;
        for (int i = 0; i < head.frontier().peaks().size(); i++) {
            var size = peakSize(start);
            if (!head.frontier().peaks().get(i).equals(grown.peaks().get(i))) {
                return differing(start, size);
            }
            start += size;
        }
        return Optional.empty();
    }

    /** Peaks go from the largest power of two in the size to the smallest. */
    private long peakSize(long start) {
        return Long.highestOneBit(head.size() - start);
    }

    private static Optional<Damaged> differing(long start, long size) {
        var detail = "one of the entries " + (start + 1) + " to " + (start + size) + ", or a hash over them, differs";
        return damaged(Damage.EDITED, start + 1, detail);
    }

    /** The head is read again: entries that come while the scan runs have a later one. */
    private Optional<Damaged> addedAfterHead() {
        List<AuditEntry> later = store.entriesAfter(head.size(), 1);
        return later.isEmpty() || store.head().size() >= later.getFirst().sequence()
            ? Optional.empty()
            : damaged(Damage.ADDED, later.getFirst().sequence(), "no head covers it");
    }

    private static Optional<Damaged> damaged(Damage kind, long sequence, String detail) {
        return Optional.of(new Damaged(kind, sequence, detail));
    }
}
