package dev.cloakroom.host.payment;

import dev.cloakroom.host.redeem.RedemptionResult;
import java.time.Instant;

/**
 * Money that goes back to the user.
 *
 * @param id random
 * @param order the order's id
 * @param number the back end's own; one refund of the order for each
 */
public record Refund(String id, String order, String number, Money amount, RedemptionResult result, Instant at) {
    Refund ended(RedemptionResult known) {
        return new Refund(id, order, number, amount, known, at);
    }
}
