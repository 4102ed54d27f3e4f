package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Picture;
import dev.cloakroom.runtime.owner.PrivacyDesk;
import dev.cloakroom.runtime.program.ProgramPackage;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.InitialRender;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.Picker;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One user's session of one program, and the one top document that shows it. A document that connects gets the
 * whole state and then what changes; an older one is sent away. Locks are taken in one order: this, then a
 * source of news (pages, what stands around them, prompts, inspector), then the document's feed.
 */
public final class Simulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private final SimulatedProgram program;
    private final SimulatorPrompter prompter;
    private final Inspector inspector;
    private final Records records;
    private final List<Runnable> sessionWatches = new ArrayList<>();
    private final List<Runnable> otherWatches = new ArrayList<>();
    private SessionState state = SessionState.ENDED;
    private String why = "";
    private boolean closed;
    private boolean changed;
    private String place = "";
    private @Nullable InitialRender initial;
    private @Nullable UserSession session;
    private @Nullable Outlet outlet;
    private @Nullable SimulatorFeed feed;

    public Simulator(SimulatedProgram program, SimulatorPrompter prompter, Inspector inspector, Records records) {
        this.program = program;
        this.prompter = prompter;
        this.inspector = inspector;
        this.records = records;
        prompter.offering(program::labels);
    }

    /** Starts the program, and returns at once; the document hears how that went. Nothing happens while it runs. */
    public synchronized void start() {
        if (state == SessionState.ENDED && !closed) {
            place = "";
            startAt("");
        }
    }

    /** Starts the program anew, at the page that is shown: its files changed. */
    public synchronized void reload() {
        changed = state == SessionState.STARTING;
        if (!changed && !closed) {
            prompter.close();
            leave();
            startAt("its files changed");
        }
    }

    /** A top document connected: it is told everything, and takes over from the one before. */
    public synchronized void connect(Outlet connected) {
        sendAway(Messages.session(SessionState.TAKEN_OVER, "the simulator is open in another tab"), Outlet.TAKEN_OVER);
        var fresh = new SimulatorFeed(connected);
        outlet = connected;
        feed = fresh;
        fresh.send(Messages.hello(program.about()));
        watchSession();
        fresh.send(Messages.session(state, why));
        showInitial();
        otherWatches.add(prompter.watch(fresh::send));
        otherWatches.add(inspector.watch(fresh::send));
        prompter.seen(true);
    }

    /** A top document's connection is gone. Not to be called while an outlet is being sent to. */
    public synchronized void disconnect(Outlet gone) {
        if (gone == outlet) {
            forgetDocument();
            prompter.seen(false);
        }
    }

    /** A message of a top document; one that was sent away, or makes no sense, has no effect. */
    public void receive(Outlet from, String message) {
        Optional<ObjectNode> parsed = Json.parseObject(message);
        if (isCurrent(from) && parsed.isPresent()) {
            receive(parsed.get());
        }
    }

    /** The program's package, for what its pages show. */
    public ProgramPackage files() {
        return program.files();
    }

    /** The picture that the user picked in the session that runs, by its path. */
    public Optional<Picture> picture(String path) {
        return current().flatMap(running -> running.files().find(path));
    }

    /** The user picks a file for the program. */
    public Picker.Offer offer(int pick, byte[] file) {
        return current()
            .map(running -> running.ui().picker().offer(pick, file))
            .orElse(Picker.Offer.TOO_LATE);
    }

    /** Lets time have its effect; to be called every second or so. */
    public void tick() {
        prompter.dismissUnseen();
    }

    /** Ends the session and sends the document away. */
    @Override
    public synchronized void close() {
        closed = true;
        prompter.close();
        sendAway(Messages.session(SessionState.ENDED, "the simulator was stopped"), Outlet.GOING_AWAY);
        if (session != null) {
            session.close();
        }
    }

    private synchronized boolean isCurrent(Outlet from) {
        return from == outlet;
    }

    private void receive(ObjectNode message) {
        switch (message.path("t").asText()) {
            case "consent" -> answer(message);
            case "revoke" -> ScopeCatalog.find(message.path("scope").asText()).ifPresent(scope -> {
                program.revoke(scope);
                records.catchUp();
            });
            case "restart" -> start();
            case "privacy" -> privacy(message);
            case "number" -> number(message.path("ref").asText());
            case "paint" -> paint(message.path("placeholder").asText());
            default -> current().ifPresent(running -> new UserActions(running).act(message));
        }
    }

    private void privacy(ObjectNode message) {
        PrivacyDesk desk = program.privacy();
        if (message.path("act").asText().equals("export")) {
            tell(Messages.of("export").set("everything", desk.export()));
        } else {
            String note = desk.act(message);
            records.catchUp();
            tell(desk.state().put("t", "privacy").put("note", note));
        }
    }

    /** What cannot be painted is told too: its box is filled with what every user is called. */
    private void paint(String placeholder) {
        ObjectNode painted = Messages.of("painting").put("placeholder", placeholder);
        tell(painted.put("value", program.painted(placeholder).orElse("")));
    }

    /** For the top document only: the frame has no use for it. */
    private void number(String ref) {
        tell(Messages.of("number").put("ref", ref).put("value", program.number(ref).orElse("")));
    }

    private synchronized void tell(ObjectNode message) {
        if (feed != null) {
            feed.send(message);
        }
    }

    private void answer(ObjectNode message) {
        String id = message.path("id").asText();
        answer(message.path("answer").asText()).ifPresent(given -> {
            if (message.path("label").isTextual() && given != ConsentAnswer.DENY && given != ConsentAnswer.DISMISS) {
                prompter.scope(id).ifPresent(scope -> program.privacy().choose(scope, message.path("label").asText()));
            }
            prompter.answer(id, given);
        });
    }

    private static Optional<ConsentAnswer> answer(String word) {
        return Arrays.stream(ConsentAnswer.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    }

    private synchronized Optional<UserSession> current() {
        return state == SessionState.RUNNING ? Optional.ofNullable(session) : Optional.empty();
    }

    private void leave() {
        UserSession left = session;
        session = null;
        if (left != null) {
            place = left.pages().readVisible(page -> page.map(Page::url).orElse(""));
            left.close();
        }
    }

    private void startAt(String because) {
        String url = place;
        stopWatching(sessionWatches);
        session = null;
        initial = null;
        prompter.open();
        become(SessionState.STARTING, because);
        Thread.ofVirtual()
            .name("simulator-start")
            .start(() -> open(url));
    }

    private void open(String url) {
        try {
            opened(program.open(url, this::known));
        } catch (BadInput | SandboxFailed | UncheckedIOException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the program did not start", e);
            failed("something broke inside: the terminal tells more");
        }
    }

    private synchronized void known(InitialRender render) {
        initial = render;
        showInitial();
    }

    private synchronized void opened(UserSession fresh) {
        if (closed) {
            fresh.close();
            return;
        }
        session = fresh;
        watchSession();
        become(SessionState.RUNNING, "");
        fresh.over().thenAccept(end -> ended(fresh, end));
        catchUp();
    }

    private synchronized void failed(String message) {
        prompter.close();
        become(SessionState.ENDED, message);
        catchUp();
    }

    // what changed while the program was started may not be in it
    private void catchUp() {
        if (changed) {
            reload();
        }
    }

    private synchronized void ended(UserSession over, WorkerEnd end) {
        if (over == session && !closed) {
            prompter.close();
            become(SessionState.ENDED, end.message());
        }
    }

    private void become(SessionState next, String message) {
        state = next;
        initial = next == SessionState.ENDED ? null : initial;
        why = message;
        if (feed != null) {
            feed.send(Messages.session(next, message));
        }
    }

    private void showInitial() {
        if (feed != null && initial != null && (session == null || session.pages().visible() == PageStack.NONE)) {
            initial.showTo(new PageFeed(feed));
        }
    }

    private void watchSession() {
        SimulatorFeed to = feed;
        UserSession shown = session;
        if (to != null && shown != null) {
            sessionWatches.add(shown.pages().watch(new PageFeed(to)));
            sessionWatches.add(
                shown
                    .pages()
                    .layout()
                    .paintedBy((question, page, nodes) -> to.send(Messages.measure(question, page, nodes)))
            );
            sessionWatches.add(shown.ui().watch(ui -> to.send(ui.put("t", "ui"))));
        }
    }

    private void sendAway(ObjectNode last, int code) {
        SimulatorFeed before = feed;
        forgetDocument();
        if (before != null) {
            before.finish(last, code, last.path("message").asText());
        }
    }

    private void forgetDocument() {
        outlet = null;
        feed = null;
        stopWatching(sessionWatches);
        stopWatching(otherWatches);
    }

    private static void stopWatching(List<Runnable> watches) {
        watches.forEach(Runnable::run);
        watches.clear();
    }
}
