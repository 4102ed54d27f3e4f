package dev.cloakroom.runtime.simulator;

import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.owner.Labels;
import dev.cloakroom.runtime.owner.PrivacyDesk;
import dev.cloakroom.runtime.program.ProgramPackage;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.InitialRender;
import java.util.Optional;
import java.util.function.Consumer;

/** What the simulator needs of the host: one program, for one user. */
public interface SimulatedProgram {
    /**
     * Who is who.
     *
     * @param name the program's name, as the host vouches for it
     * @param user the host's handle for the user
     */
    record About(String appId, String name, String user, String developer) {}

    About about();

    /** The program's files, for what its pages show. */
    ProgramPackage files();

    /**
     * Starts the program as it is now for the user, in a process in which it has not run yet.
     *
     * @param url the page, as {@code pages/menu/menu?table=7}; empty for the first one
     * @param atOnce is told before that what the page shows until it runs, if that is known
     * @throws BadInput when the program is not in order
     * @throws SandboxFailed when its process does not start
     */
    UserSession open(String url, Consumer<InitialRender> atOnce);

    /** The user's own view of their data. */
    PrivacyDesk privacy();

    /**
     * The picture or name that a placeholder of this program stands for, or nothing for one that is not this user's.
     *
     * @param placeholder as the program has it
     */
    Optional<String> painted(String placeholder);

    /** Which values of the user a prompt for that scope could be about. */
    Labels labels(Scope scope);

    /** The telephone number that a token of this program and user stands for, if it is alive and there is one. */
    Optional<String> number(String token);

    /** Takes back what the user allowed the program under that scope. */
    void revoke(Scope scope);
}
