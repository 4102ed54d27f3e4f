package dev.cloakroom.host.consent;

/** What the user said. */
public enum ConsentAnswer {
    /** Yes, until revoked. */
    ALLOW,
    /** Yes, for seven days. */
    WEEK,
    /** Yes, until the user leaves the program. */
    SESSION,
    /** Yes, for this one token or answer. */
    ONCE,
    DENY,
    /** The dialog ended without an answer. */
    DISMISS,
}
