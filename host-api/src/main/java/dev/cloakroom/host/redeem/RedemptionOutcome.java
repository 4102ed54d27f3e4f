package dev.cloakroom.host.redeem;

import dev.cloakroom.host.error.RefusalReason;

/** What became of a redemption request. */
public sealed interface RedemptionOutcome {
    /** A use was spent, now or at the first request with this idempotency key. */
    record Completed(RedemptionReceipt receipt) implements RedemptionOutcome {}

    /** Nothing was spent and nothing was done. */
    record Refused(RefusalReason reason) implements RedemptionOutcome {}
}
