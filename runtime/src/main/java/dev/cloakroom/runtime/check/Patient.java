package dev.cloakroom.runtime.check;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.session.RunningProgram;

/** Opens pages of a program that may have been stopped and rests. */
final class Patient {

    private Patient() {}

    /** Opens a page; a program that rests is started again at once, as a developer may. */
    static Visit visit(RunningProgram program, UserId user, String url) {
        try {
            return Visit.to(program, user, url);
        } catch (SandboxFailed e) {
            program.renew();
            return Visit.to(program, user, url);
        }
    }
}
