package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import java.time.Instant;
import java.util.List;

/** Keeps receipts. */
public interface ConsentReceiptStore {
    void insert(ConsentReceipt receipt);

    /** The user's receipts, oldest first. */
    List<ConsentReceipt> list(UserId user);

    /** How many of them are for this program and not older than that. */
    int countSince(UserId user, ProgramId program, Instant from);

    void deleteAll(UserId user);
}
