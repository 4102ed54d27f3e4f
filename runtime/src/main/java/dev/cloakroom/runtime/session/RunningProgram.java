package dev.cloakroom.runtime.session;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.NetworkLane;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.InitialRender;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A program in its sandbox, or in one for each user, ready for users; in another one when that has ended. */
public final class RunningProgram implements AutoCloseable {

    private final Processes processes;
    private final ProgramRegistration registration;
    private final Manifest manifest;
    private final ProgramStorage storage;
    private final ApiRegistry apis;
    private final Observer observer;
    private final Limits limits;
    private final Clock clock;
    private final InitialRenders renders;
    private final Preloading preloading;
    private final Set<UserSession> sessions = ConcurrentHashMap.newKeySet();

    /**
     * Starts its process, unless each user has one.
     *
     * @param isolation what its users share
     * @param start starts a process with the program in it: now, and again after one that was killed
     * @param registration the program, as the host registered it
     * @param manifest what it declares
     * @param storage its users' storage
     * @param apis what its sessions may call
     * @param headStart what is done for it before anybody waits for it
     */
    public RunningProgram(
        Isolation isolation,
        Supplier<Sandbox> start,
        ProgramRegistration registration,
        Manifest manifest,
        ProgramStorage storage,
        ApiRegistry apis,
        Observer observer,
        Limits limits,
        Clock clock,
        HeadStart headStart
    ) {
        this.processes = processes(isolation, () -> new ProgramProcess(start, clock));
        this.registration = registration;
        this.manifest = manifest;
        this.storage = storage;
        this.apis = apis;
        this.observer = observer;
        this.limits = limits;
        this.clock = clock;
        this.renders = new InitialRenders(headStart, manifest, start, limits);
        this.preloading = new Preloading(processes, headStart, manifest.entryPage(), limits, clock);
        preloading.start();
        if (headStart.eager()) {
            renders.learnLaunchPages();
        }
    }

    private static Processes processes(Isolation isolation, Supplier<ProgramProcess> start) {
        return switch (isolation) {
            case SHARED -> new SharedProcess(start.get());
            case PER_USER -> new ProcessPerUser(start);
        };
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

    /**
     * Keeps a process with the program's code loaded from now on, for a first user who waits no longer than the next,
     * and learns what its launch pages show at first. One that ends is replaced in the background, with the rests that
     * {@link #open} takes too. A program that is much used has the former by itself. Returns at once.
     */
    public void preload() {
        preloading.want();
        renders.learnLaunchPages();
    }

    /**
     * What the user may be shown at {@code url} at once, before and while {@link #open} has the program run, and until
     * the first page of the session shows. Empty when the host has not learned it yet.
     */
    public Optional<InitialRender> initialRender(String url) {
        return renders.find(PageUrl.of(url).path());
    }

    /**
     * Starts the program for a user at {@code url}; {@code ""} is its first page. A process that was killed, or
     * died, ended the sessions in it with the reason; the first use afterwards starts another. One that ends again
     * and again rests in between, longer each time.
     *
     * @throws SandboxFailed when it rests, and until when; or when its process does not start
     */
    public UserSession open(UserId user, String url) {
        sessions.removeIf(session -> session.end().isPresent());
        UserSession session = session(user, processes.enter(user));
        sessions.add(session);
        var _ = session.over().thenAccept(why -> processes.leave(user, why));
        session.open(url);
        preloading.opened();
        renders.opened(PageUrl.of(url).path());
        return session;
    }

    private UserSession session(UserId user, Sandbox sandbox) {
        var caller = new Caller(
            registration,
            manifest,
            user,
            UUID.randomUUID().toString(),
            new PageStack(limits),
            new Gestures(clock),
            new SessionUi(),
            new TempFiles(() -> UUID.randomUUID().toString().replace("-", "")),
            new NetworkLane(System::nanoTime)
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

    /** Until when the program rests for a user, after its process was killed or died; empty when it can be used. */
    public Optional<Instant> restsUntil(UserId user) {
        return processes.restsUntil(user);
    }

    /** Ends the process if the program has run in it, and starts another at once. For developers. */
    public void renew() {
        processes.renew();
    }

    /** Ends every process and every session, for good. */
    @Override
    public void close() {
        renders.close();
        processes.close();
    }
}
