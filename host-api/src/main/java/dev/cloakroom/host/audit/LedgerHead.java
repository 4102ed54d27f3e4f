package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Frontier;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;

/**
 * The end of the ledger as it is stored.
 *
 * @param signed empty before the first entry, and after the upgrade of a ledger that had no signatures
 */
public record LedgerHead(Frontier frontier, Optional<SignedTreeHead> signed) {
    /** Of a new ledger. */
    public static final LedgerHead EMPTY = new LedgerHead(Frontier.EMPTY, Optional.empty());

    public long size() {
        return frontier.size();
    }
}
