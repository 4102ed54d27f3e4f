package dev.cloakroom.runtime.session;

/** What a program's users share. */
public enum Isolation {
    /**
     * One process for all users of the program, each in a JavaScript context of their own. Code that breaks out of
     * its context can reach what the program holds of its other users in that process; nothing of another program.
     */
    SHARED,
    /** A process for each user, for as long as they have the program open. Each takes about 150 MB. */
    PER_USER,
}
