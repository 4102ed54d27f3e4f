package dev.cloakroom.host.payment;

/** How far an order has come. A charge begins with {@link #UNKNOWN}, which is what a crash leaves behind. */
public enum OrderState {
    OPEN,
    /** The user may or may not have been charged. It is never tried again. */
    UNKNOWN,
    PAID,
    FAILED,
}
