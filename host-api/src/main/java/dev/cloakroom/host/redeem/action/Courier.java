package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.vault.PostalAddress;

/** Somebody who delivers parcels. How they go on is for {@link dev.cloakroom.host.delivery.Deliveries#report}. */
@FunctionalInterface
public interface Courier {
    /**
     * Orders one delivery, once. The courier's own number for it stays with the adapter.
     *
     * @param parcel unique; what the courier reports under
     * @return {@link RedemptionResult#UNKNOWN} when it cannot be known whether the courier took the order
     */
    RedemptionResult order(PostalAddress address, Label label, String parcel);

    /**
     * What the parcel says beside the address.
     *
     * @param sender the verified name of the program's developer
     * @param reference the developer's own number for it; may be empty
     * @param contents may be empty
     */
    record Label(String sender, String reference, String contents) {}
}
