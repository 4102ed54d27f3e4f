package dev.cloakroom.runtime.session;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import java.time.Clock;

/**
 * A program in its sandbox, ready for users.
 *
 * @param registration the program, as the host registered it
 * @param manifest what it declares
 * @param storage its users' storage
 * @param apis what its sessions may call
 */
public record RunningProgram(
    Sandbox sandbox,
    ProgramRegistration registration,
    Manifest manifest,
    ProgramStorage storage,
    ApiRegistry apis,
    Observer observer,
    Limits limits,
    Clock clock
) implements AutoCloseable {
    /** Starts the program for a user at {@code url}; {@code ""} is its first page. */
    public UserSession open(UserId user, String url) {
        var caller = new Caller(
            registration,
            manifest,
            user,
            new PageStack(limits),
            new Gestures(clock),
            new SessionUi()
        );
        var stored = new SessionStorage(storage, user, observer);
        var session = new UserSession(sandbox.session(), caller, apis, stored, observer, limits);
        session.open(url);
        return session;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
