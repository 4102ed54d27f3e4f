package dev.cloakroom.host.settings;

import dev.cloakroom.host.identity.ProgramId;
import java.util.Set;

/** Who may see what a scope stands for, in the form that the scope gives it. Each one admits more than the one before. */
public sealed interface Audience {
    /** Whether that program may ask the user. */
    default boolean mayAsk(ProgramId program) {
        return !(this instanceof Nobody);
    }

    /** Whether programs that friends use may tell the friends of it. */
    default boolean friends() {
        return this instanceof Friends || this instanceof Everyone;
    }

    record Nobody() implements Audience {}

    /** These programs may ask. */
    record ChosenPrograms(Set<ProgramId> programs) implements Audience {
        public ChosenPrograms {
            programs = Set.copyOf(programs);
        }

        @Override
        public boolean mayAsk(ProgramId program) {
            return programs.contains(program);
        }
    }

    /** Any program may ask: how scopes begin that are not off by default. */
    record AnyProgram() implements Audience {}

    /** And friends see it in the programs that they use. */
    record Friends() implements Audience {}

    /** And so do strangers, where a program is made for meeting them. */
    record Everyone() implements Audience {}
}
