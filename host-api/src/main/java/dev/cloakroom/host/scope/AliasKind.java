package dev.cloakroom.host.scope;

/**
 * What stands in a program for a value that it must not see. An alias is made at random, once for each program and
 * user, and has nothing to do with the value.
 */
public enum AliasKind {
    /** A name in a form: four characters that nobody is called. */
    NAME,
    /** A mobile number in a form: eleven digits of a range that China has not assigned. */
    PHONE,
    /** The name before the {@code @} of a relay address. */
    MAILBOX,
    /** A placeholder for a nickname, which the host fills in on the user's own screen. */
    NICKNAME,
    /** A placeholder for a picture, likewise. */
    AVATAR,
}
