package dev.cloakroom.host.redeem;

import java.time.Instant;

/**
 * The answer to a redemption.
 *
 * @param id random
 * @param at when the redemption was reserved
 */
public record RedemptionReceipt(String id, RedemptionResult result, Instant at) {}
