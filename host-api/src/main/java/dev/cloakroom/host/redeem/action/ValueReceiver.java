package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Scope;

/** Somebody who works with a value itself: whoever writes invoices, opens car parks, pays money out. */
@FunctionalInterface
public interface ValueReceiver {
    /**
     * Hands one value over, once.
     *
     * @param value as the vault keeps values of that scope: JSON where it has parts
     * @param reference what the back end calls the matter, such as an order number; may be empty
     * @param id unique; the same id is never used for two values
     * @return {@link RedemptionResult#UNKNOWN} when it cannot be known whether the value arrived
     */
    RedemptionResult receive(Scope scope, String value, String reference, String id);
}
