package dev.cloakroom.runtime.check;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.drive.Patience;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.Picker;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One session, from the opening of a page on; everything in it is confirmed that the program asks. */
final class Visit implements AutoCloseable {

    private static final int DIALOGS = 10;

    /** What the user picks: one pixel, a PNG. */
    private static final byte[] PICTURE = Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private final UserSession session;

    private Visit(UserSession session) {
        this.session = session;
    }

    /** Starts the program at a page and waits until it has come to rest. */
    static Visit to(RunningProgram program, UserId user, String url) {
        var opened = program.open(user, url);
        opened.pages().layout().unpainted();
        var visit = new Visit(opened);
        visit.rest();
        return visit;
    }

    /** Goes on to another page, on top of this one. */
    void go(String url) {
        session.view().go("/" + url);
        rest();
    }

    /** The path of the page that the user sees; empty when there is none. */
    String path() {
        return look(Page::path).orElse("");
    }

    /** What can be done on it. */
    Handlers handlers() {
        return look(Handlers::of).orElse(Handlers.NONE);
    }

    /** Looks at the page that the user sees. */
    <T> Optional<T> look(Function<Page, T> look) {
        return session.pages().readVisible(page -> page.map(look));
    }

    /** Does what a handler stands for and waits until all has come to rest. False when it cannot be done. */
    boolean act(Handler handler) {
        boolean done = handler.act().on(session.view(), handler.page(), handler.node());
        rest();
        return done;
    }

    /** Whether the page is as it was when {@code before} was seen, as far as can be acted on it. */
    boolean isStill(String path, Handlers before) {
        return session.end().isEmpty() && path().equals(path) && keys(handlers()).equals(keys(before));
    }

    private static List<String> keys(Handlers handlers) {
        return handlers
            .found()
            .stream()
            .map(handler -> handler.node() + handler.key())
            .toList();
    }

    /** Whether the session is over: the program was stopped. */
    boolean isOver() {
        return session.end().isPresent();
    }

    private void rest() {
        for (int i = 0; i < DIALOGS; i++) {
            Patience.settle(session, session.ui()::waitsForUser);
            if (!session.ui().waitsForUser()) {
                return;
            }
            session.ui().answer(OptionalInt.of(0));
            session.ui().picker().waiting().ifPresent(this::pick);
        }
    }

    private void pick(Picker.Wanted wanted) {
        session.ui().picker().offer(wanted.number(), PICTURE.clone());
        session.ui().picker().done(wanted.number(), true);
    }

    @Override
    public void close() {
        session.close();
    }
}
