package dev.cloakroom.host.payment;

import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.vault.PaymentInstrument;

/**
 * A payment provider. {@link RedemptionResult#SENT} means that the money moves, {@link RedemptionResult#FAILED} that
 * it does not and will not, {@link RedemptionResult#UNKNOWN} that neither is certain.
 */
public interface PaymentGateway {
    /** Charges the user, once: no two charges have the same order. */
    RedemptionResult charge(PaymentInstrument instrument, Order order, String payee);

    /** Gives money back, once, the way that it came. */
    RedemptionResult refund(Order order, Refund refund);
}
