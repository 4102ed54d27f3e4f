package dev.cloakroom.host.payment;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Optional;

/** Keeps orders and refunds, and decides which of several callers may act. */
public interface OrderStore {
    /** The stored order with this program's number, or {@code candidate}, which is stored then. */
    Order findOrInsert(Order candidate);

    Optional<Order> find(String id, ProgramId program);

    /**
     * Makes an open order unknown; of concurrent callers one succeeds.
     *
     * @return false when the order is not open
     */
    boolean reserve(String id, RecipientId gateway);

    /** Replaces an unknown state; one that is known stays. */
    void settle(String id, OrderState state);

    Optional<Refund> findRefund(String order, String number);

    /**
     * Stores a new refund, and counts its amount.
     *
     * @return false when the order is not paid, or less than that is left of it
     */
    boolean reserve(Refund refund);

    /** Replaces an unknown result; one that failed counts no longer. */
    void settle(Refund refund, RedemptionResult result);
}
