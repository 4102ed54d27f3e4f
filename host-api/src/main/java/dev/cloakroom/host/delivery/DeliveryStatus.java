package dev.cloakroom.host.delivery;

/** All that a developer learns of a parcel's way. */
public enum DeliveryStatus {
    ACCEPTED,
    IN_TRANSIT,
    DELIVERED,
    RETURNED,
}
