package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.Bridge;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.GuestListener;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.GuestSession;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import dev.cloakroom.runtime.view.ViewChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One user in one program, from the host's side: takes apart by kind what the worker says, and is the
 * user's way in. The thread that reads the worker calls {@link #said}; any thread may call the rest.
 */
public final class UserSession implements GuestListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UserSession.class);
    private static final Duration SOON = Duration.ofMillis(150);

    private final Caller caller;
    private final SessionStorage storage;
    private final Observer observer;
    private final Console console;
    private final Bridge bridge;
    private final ApiRegistry registry;
    private final GuestSession guest;
    private final ViewChannel view;
    private final CompletableFuture<WorkerEnd> over = new CompletableFuture<>();

    UserSession(
        GuestSession guest,
        Caller caller,
        ApiRegistry registry,
        SessionStorage storage,
        Observer observer,
        Limits limits
    ) {
        this.guest = guest;
        this.caller = caller;
        this.registry = registry;
        this.storage = storage;
        this.observer = observer;
        this.console = new Console(caller.user().value(), observer, limits.consoleBytes());
        this.bridge = new Bridge(registry, caller, observer, guest::reply, limits);
        this.view = new ViewChannel(caller.pages(), caller.gestures(), guest);
    }

    /** Starts the program for this user at {@code url}; {@code ""} is its first page. */
    void open(String url) {
        ObjectNode body = Opening.at(PageUrl.of(url), storage.snapshot());
        guest.open(observer.wantsReads() ? body.put("learn", true) : body, this);
    }

    @Override
    public void said(Kind kind, ObjectNode body) throws GuestMisbehaved {
        switch (kind) {
            case CALL -> bridge.call(body);
            case PAGE -> caller.pages().page(body);
            case OPS -> caller.pages().operations(body);
            case STORE -> storage.write(body);
            case LOG -> console.line(body);
            case FAULT -> fault(body);
            case READS -> reads(body);
            default -> throw new GuestMisbehaved("it sent " + kind + " for a session");
        }
    }

    private void reads(ObjectNode body) throws GuestMisbehaved {
        if (!observer.wantsReads()) {
            throw new GuestMisbehaved("it told what it reads, and nobody asked");
        }
        observer.reads(user(), body.path("reads"));
    }

    private void fault(ObjectNode body) {
        String message = body.path("message").asText();
        LOG.debug("nothing caught {}: {}", message, body.path("stack").asText());
        console.fault(body);
    }

    @Override
    public void ended(WorkerEnd why) {
        bridge.close();
        caller.ui().close();
        caller.files().end();
        if (!(why instanceof WorkerEnd.Closed)) {
            observer.problem(user(), why.message(), currentFile());
        }
        storage.release();
        endGrants();
        over.complete(why);
    }

    /** What was allowed for this session covers no other one anyway; this ends the tokens that are out. */
    private void endGrants() {
        try {
            registry.sessionOver(caller);
        } catch (RuntimeException e) {
            LOG.error("cannot end what was allowed for a session of program `{}`", caller.program().id().value(), e);
        }
    }

    private String currentFile() {
        return caller
            .pages()
            .current()
            .map(path -> path + ".js")
            .orElse("");
    }

    private String user() {
        return caller.user().value();
    }

    boolean isOf(UserId user) {
        return caller.user().equals(user);
    }

    /** What the user does on the page. */
    public ViewChannel view() {
        return view;
    }

    /** What the user sees: the pages. */
    public PageStack pages() {
        return caller.pages();
    }

    /** What the user picked for the program. */
    public TempFiles files() {
        return caller.files();
    }

    /** What the user sees: toast, dialog and title. */
    public SessionUi ui() {
        return caller.ui();
    }

    /** Whether the program is at work at this moment. Ends by itself: what takes too long is stopped. */
    public boolean working() {
        return end().isEmpty() && guest.working();
    }

    /** Whether nothing is under way: no turn, no host call, no timer that is due soon. */
    public boolean idle() {
        long before = guest.turns();
        // an answer that falls between the two looks has begun a turn
        return guest.idle(SOON) && !bridge.busy() && guest.turns() == before;
    }

    /** Why the session is over, once it is. */
    public Optional<WorkerEnd> end() {
        return Optional.ofNullable(over.getNow(null));
    }

    /** Completes once, when the session is over, whoever ended it. */
    public CompletionStage<WorkerEnd> over() {
        return over.minimalCompletionStage();
    }

    @Override
    public void close() {
        guest.close();
    }
}
