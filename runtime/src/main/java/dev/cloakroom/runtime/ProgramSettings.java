package dev.cloakroom.runtime;

import dev.cloakroom.runtime.session.Isolation;

/**
 * How the host runs one program. Immutable: each {@code with…} gives a copy.
 *
 * @param isolation what its users share: {@link Isolation#SHARED} by default
 * @param computing whether it computes much, as some games do: its workers then compile hot code in full, start in
 *     about twice the time and take more memory; false by default, which is best for programs that show pages
 */
public record ProgramSettings(Isolation isolation, boolean computing) {
    /** The default of every setting. */
    public static final ProgramSettings DEFAULT = new ProgramSettings(Isolation.SHARED, false);

    public ProgramSettings withIsolation(Isolation isolation) {
        return new ProgramSettings(isolation, computing);
    }

    public ProgramSettings withComputing(boolean computing) {
        return new ProgramSettings(isolation, computing);
    }
}
