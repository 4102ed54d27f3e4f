package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.UserId;
import java.util.List;

/** Keeps receipts. */
public interface ConsentReceiptStore {
    void insert(ConsentReceipt receipt);

    /** The user's receipts, oldest first. */
    List<ConsentReceipt> list(UserId user);
}
