package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;

/** What a request for a coarse answer came to. */
public sealed interface Answer {
    record Derived(String value) implements Answer {}

    /**
     * Nothing was disclosed.
     *
     * @param reason for the host; the program sees its {@link RefusalReason#code()} only
     */
    record Refused(RefusalReason reason) implements Answer {}
}
