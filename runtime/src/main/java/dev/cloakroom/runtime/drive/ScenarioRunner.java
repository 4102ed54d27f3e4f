package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import dev.cloakroom.runtime.dev.Received;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.Picker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plays the steps of a scenario on a development host, entering by the same doors as a browser's events. */
final class ScenarioRunner {

    private final DevelopmentHost host;
    private final ScriptedConsent consent;
    private final ScenarioClock clock;
    private final Report report;
    private final Map<String, UserSession> sessions = new TreeMap<>();

    ScenarioRunner(DevelopmentHost host, ScriptedConsent consent, ScenarioClock clock, Report report) {
        this.host = host;
        this.consent = consent;
        this.clock = clock;
        this.report = report;
    }

    /**
     * Plays one step.
     *
     * @throws StepFailed when it cannot be done, or what it expects does not hold
     */
    void play(Step step) throws StepFailed, IOException {
        String user = step.head().user();
        Duration timeout = step.head().timeout();
        switch (step) {
            case Step.Open open -> open(user, open.url());
            case Step.Tap tap -> tap(settled(user), tap);
            case Step.Input input -> input(settled(user), input);
            case Step.Change change -> change(settled(user), change);
            case Step.Wait wait -> waitFor(user, Wanted.of(wait.condition()), timeout);
            case Step.WaitIdle _ -> Patience.until(
                session(user),
                timeout,
                session(user)::idle,
                () -> "the program is still busy"
            );
            case Step.Consent given -> answer(user, ConsentAnswer.valueOf(given.answer().name()), timeout);
            case Step.Modal modal -> modal(session(user), modal.choice(), timeout);
            case Step.Pick pick -> pick(session(user), pick.things(), timeout);
            case Step.Expect expect -> expect(user, Wanted.of(expect), timeout);
            case Step.Revoke revoke -> revoke(user, revoke.scope());
            case Step.Advance advance -> advance(advance.by());
            case Step.Back _ -> settled(user).view().back();
            case Step.Uninstall _ -> uninstall(user);
            case Step.Close _ -> {
                settled(user);
                close(user);
            }
        }
    }

    // what the steps before it led to happened at the time before
    private void advance(Duration by) {
        sessions.forEach(this::settle);
        clock.advance(by);
    }

    /** Lets the sessions that are still open come to rest, records what they show, and closes them. */
    void closeAll() throws IOException {
        for (var open : Map.copyOf(sessions).entrySet()) {
            settle(open.getKey(), open.getValue());
            close(open.getKey());
        }
    }

    private void open(String user, String url) {
        UserSession session = sessions.get(user);
        if (session == null || session.end().isPresent()) {
            UserSession opened = host.program().open(new UserId(user), url);
            opened.pages().layout().unpainted();
            sessions.put(user, opened);
        } else {
            session.view().open(url.isEmpty() ? host.program().manifest().entryPage() : url);
        }
    }

    private UserSession session(String user) {
        return Objects.requireNonNull(sessions.get(user), "scenarios open the program before they use it");
    }

    private UserSession settled(String user) {
        UserSession session = session(user);
        settle(user, session);
        return session;
    }

    private void settleIfOpen(String user) {
        UserSession session = sessions.get(user);
        if (session != null) {
            settle(user, session);
        }
    }

    private void settle(String user, UserSession session) {
        Patience.settle(session, () -> waitsForUser(session, user));
    }

    private boolean waitsForUser(UserSession session, String user) {
        return consent.waiting(new UserId(user)).isPresent() || session.ui().waitsForUser();
    }

    /** Something that a user does to an element of a page. */
    private interface Deed {
        boolean on(int page, int node);
    }

    private static void act(UserSession session, String selector, Duration timeout, String what, Deed deed)
        throws StepFailed {
        var screen = new Screen(session);
        Patience.until(
            session,
            timeout,
            () ->
                screen
                    .first(selector)
                    .map(found -> deed.on(found.page(), found.node()))
                    .orElse(false),
            () -> screen.whyNot(selector, what)
        );
    }

    private static void tap(UserSession session, Step.Tap step) throws StepFailed {
        act(session, step.selector(), step.head().timeout(), "be tapped", session.view()::tap);
    }

    private static void input(UserSession session, Step.Input step) throws StepFailed {
        act(session, step.selector(), step.head().timeout(), "be typed into", (page, node) ->
            session.view().input(page, node, step.text())
        );
    }

    private static void change(UserSession session, Step.Change step) throws StepFailed {
        act(session, step.selector(), step.head().timeout(), "have that value", (page, node) ->
            session.view().change(page, node, step.value(), "touch")
        );
    }

    private static void modal(UserSession session, OptionalInt choice, Duration timeout) throws StepFailed {
        Patience.until(
            session,
            timeout,
            () -> session.ui().answer(choice),
            () -> "the program shows no such wx.showModal or wx.showActionSheet"
        );
    }

    private static void pick(UserSession session, List<byte[]> things, Duration timeout) throws StepFailed {
        Picker picker = session.ui().picker();
        Patience.until(
            session,
            timeout,
            () -> picker.waiting().isPresent(),
            () -> "the program lets the user pick nothing"
        );
        for (byte[] thing : things) {
            offer(picker, thing);
        }
        picker.waiting().ifPresent(wanted -> picker.done(wanted.number(), !things.isEmpty()));
    }

    private static void offer(Picker picker, byte[] thing) throws StepFailed {
        int number = picker.waiting().map(Picker.Wanted::number).orElse(0);
        switch (picker.offer(number, thing)) {
            case TAKEN -> {
            }
            case UNREADABLE -> throw new StepFailed("it is no JPEG or PNG picture that the host can read");
            case TOO_LATE -> throw new StepFailed("the program does not want so many");
        }
    }

    private void waitFor(String user, Wanted wanted, Duration timeout) throws StepFailed {
        UserSession session = session(user);
        Patience.until(
            session,
            timeout,
            () -> mismatch(session, user, wanted).isEmpty(),
            () -> mismatch(session, user, wanted).orElse("")
        );
    }

    // what is expected may be a moment away; what has come to rest will not change any more
    private void expect(String user, Wanted wanted, Duration timeout) throws StepFailed {
        UserSession session = session(user);
        Patience.untilOrRest(session, timeout, () -> mismatch(session, user, wanted).isEmpty(), session::idle, () ->
            mismatch(session, user, wanted).orElse("")
        );
    }

    private Optional<String> mismatch(UserSession session, String user, Wanted wanted) {
        return new Screen(session)
            .mismatch(wanted)
            .or(() -> received(wanted))
            .or(() -> counted("consent prompts", wanted.prompts(), (int) consent.count(new UserId(user))));
    }

    private Optional<String> received(Wanted wanted) {
        return wanted
            .received()
            .entrySet()
            .stream()
            .flatMap(each -> counted(each.getKey().several(), each.getValue(), count(each.getKey())).stream())
            .findFirst();
    }

    private int count(Received.Kind kind) {
        return (int) host
            .received()
            .stream()
            .filter(each -> each.kind() == kind)
            .count();
    }

    private static Optional<String> counted(String what, @Nullable Integer wanted, int found) {
        return wanted == null || wanted == found
            ? Optional.empty()
            : Optional.of("expected " + wanted + " " + what + ", found " + found);
    }

    private void answer(String user, ConsentAnswer answer, Duration timeout) throws StepFailed {
        Patience.until(
            session(user),
            timeout,
            () ->
                consent
                    .waiting(new UserId(user))
                    .map(prompt -> prompt.answer().complete(answer))
                    .orElse(false),
            () -> "no consent prompt came up"
        );
    }

    private void revoke(String user, Scope scope) {
        settleIfOpen(user);
        host.host().api().grants().revoke(new UserId(user), host.program().registration().id(), scope);
    }

    private void uninstall(String user) throws IOException {
        close(user);
        host.uninstall(new UserId(user));
    }

    private void close(String user) throws IOException {
        if (sessions.containsKey(user)) {
            UserSession session = settled(user);
            sessions.remove(user);
            report.pages(user, Screen.pages(session), session.ui().toJson());
            session.close();
            report.storage(user, host.program().storage().snapshot(user));
        }
    }
}
