package dev.cloakroom.host.redeem;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.token.VerifiedToken;

/** What the first transaction of a redemption decided. */
sealed interface Reservation {
    /** A use is spent and the intent is in the ledger: act. */
    record Fresh(
        VerifiedToken token,
        PairwiseSubject subject,
        RedemptionStore.Reserved redemption
    ) implements Reservation {
        Errand errand() {
            return new Errand(redemption.id(), redemption.program(), token.user(), token.scope(), token.binding());
        }
    }

    /** The idempotency key was used for this very request. */
    record Replayed(RedemptionReceipt receipt) implements Reservation {}

    record Rejected(RefusalReason reason) implements Reservation {}
}
