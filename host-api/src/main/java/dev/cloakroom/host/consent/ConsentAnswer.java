package dev.cloakroom.host.consent;

/** What the user said. */
public enum ConsentAnswer {
    /** Yes, until revoked. */
    ALLOW,
    /** Yes, for this one token. */
    ONCE,
    DENY,
    /** The dialog ended without an answer. */
    DISMISS,
}
