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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A program in its sandbox, ready for users. */
public final class RunningProgram implements AutoCloseable {

    private final Sandbox sandbox;
    private final ProgramRegistration registration;
    private final Manifest manifest;
    private final ProgramStorage storage;
    private final ApiRegistry apis;
    private final Observer observer;
    private final Limits limits;
    private final Clock clock;
    private final Set<UserSession> sessions = ConcurrentHashMap.newKeySet();

    /**
     * @param registration the program, as the host registered it
     * @param manifest what it declares
     * @param storage its users' storage
     * @param apis what its sessions may call
     */
    public RunningProgram(
        Sandbox sandbox,
        ProgramRegistration registration,
        Manifest manifest,
        ProgramStorage storage,
        ApiRegistry apis,
        Observer observer,
        Limits limits,
        Clock clock
    ) {
        this.sandbox = sandbox;
        this.registration = registration;
        this.manifest = manifest;
        this.storage = storage;
        this.apis = apis;
        this.observer = observer;
        this.limits = limits;
        this.clock = clock;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public ProgramRegistration registration() {
        return registration;
    }

    public Manifest manifest() {
        return manifest;
    }

    public ProgramStorage storage() {
        return storage;
    }

    /** Starts the program for a user at {@code url}; {@code ""} is its first page. */
    public UserSession open(UserId user, String url) {
        sessions.removeIf(session -> session.end().isPresent());
        UserSession session = session(user);
        sessions.add(session);
        session.open(url);
        return session;
    }

    private UserSession session(UserId user) {
        var caller = new Caller(
            registration,
            manifest,
            user,
            new PageStack(limits),
            new Gestures(clock),
            new SessionUi()
        );
        var stored = new SessionStorage(storage, user, observer);
        return new UserSession(sandbox.session(), caller, apis, stored, observer, limits);
    }

    /** Ends what the user has open. */
    public void closeSessionsOf(UserId user) {
        sessions
            .stream()
            .filter(session -> session.isOf(user))
            .forEach(UserSession::close);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
