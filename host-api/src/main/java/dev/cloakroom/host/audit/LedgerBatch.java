package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Frontier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that come next, and what the tree becomes with them.
 *
 * @param nodes the subtrees that they complete
 * @param frontier with them
 */
public record LedgerBatch(List<AuditEntry> entries, List<LedgerNode> nodes, Frontier frontier) {
    /** The events as the entries after that frontier. */
    static LedgerBatch of(Frontier frontier, Instant at, List<AuditEvent> events) {
        var entries = new ArrayList<AuditEntry>();
        for (var event : events) {
            var sequence = frontier.size() + entries.size() + 1;
            entries.add(AuditEntry.of(CanonicalJson.of(sequence, at, event)));
        }
        return of(frontier, entries);
    }

    /** The entries after that frontier. */
    public static LedgerBatch of(Frontier frontier, List<AuditEntry> entries) {
        var nodes = new ArrayList<LedgerNode>();
        var grown = frontier;
        for (var entry : entries) {
            grown = grown.add(entry.leaf(), (level, position, hash) -> {
                if (level > 0) {
                    nodes.add(new LedgerNode(level, position, hash));
                }
            });
        }
        return new LedgerBatch(List.copyOf(entries), nodes, grown);
    }
}
