package dev.cloakroom.host.mail;

import dev.cloakroom.host.alias.AliasOwner;

/**
 * An address of the host's that stands for a user at one program.
 *
 * @param mailbox the alias that the program knows
 */
public record RelayAddress(AliasOwner owner, String mailbox, Role role) {
    /** Which way a mail to it goes. */
    public enum Role {
        /** The one that the program is told. */
        TO_USER(""),
        /** The one that the user sees as sender, and answers to. */
        TO_DEVELOPER("-r"),
        /** The envelope's sender of what goes to the user, to which mail servers report. */
        REPORTS("-b");

        private final String suffix;

        Role(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }
}
