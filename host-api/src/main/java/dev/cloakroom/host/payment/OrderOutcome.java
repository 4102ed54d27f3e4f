package dev.cloakroom.host.payment;

import dev.cloakroom.host.error.RefusalReason;

/** What became of a back end's wish. */
public sealed interface OrderOutcome<T> {
    /** It is stored: now, or when it was asked for the first time. */
    record Done<T>(T value) implements OrderOutcome<T> {}

    record Refused<T>(RefusalReason reason) implements OrderOutcome<T> {}
}
