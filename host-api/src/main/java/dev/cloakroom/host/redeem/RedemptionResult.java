package dev.cloakroom.host.redeem;

/** All that a developer's back end learns of an action. */
public enum RedemptionResult {
    SENT,
    /** Not done: the user has no such datum, or the recipient refused; which of the two is not told. */
    FAILED,
    /** It may or may not have been done. It is never tried again. */
    UNKNOWN,
}
