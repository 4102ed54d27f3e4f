package dev.cloakroom.host.identity;

import java.util.regex.Pattern;

/**
 * A program that the host knows.
 *
 * @param verifiedName what the host vouches for in a consent dialog: 1 to 64 characters, none of them invisible
 */
public record ProgramRegistration(ProgramId id, DeveloperId developer, String verifiedName) {
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,64}");

    public ProgramRegistration {
        if (verifiedName.isBlank() || !NAME.matcher(verifiedName).matches()) {
            throw new IllegalArgumentException("a verified name must be 1 to 64 visible characters");
        }
    }
}
