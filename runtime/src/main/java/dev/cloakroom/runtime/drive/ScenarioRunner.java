package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import dev.cloakroom.runtime.session.UserSession;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plays the steps of a scenario on a development host, entering by the same doors as a browser's events. */
final class ScenarioRunner {

    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final DevelopmentHost host;
    private final ScriptedConsent consent;
    private final ScenarioClock clock;
    private final Report report;
    private final Map<UserId, UserSession> sessions = new HashMap<>();

    ScenarioRunner(DevelopmentHost host, ScriptedConsent consent, ScenarioClock clock, Report report) {
        this.host = host;
        this.consent = consent;
        this.clock = clock;
        this.report = report;
    }

    /**
     * Plays one step for one user.
     *
     * @throws StepFailed when the step cannot be done, or what it expects does not hold
     */
    void play(Step step, UserId user, Duration timeout) throws StepFailed, IOException {
        switch (step) {
            case Step.Open(String url) -> open(user, url);
            case Step.Tap(String selector) -> tap(settled(user), selector, timeout);
            case Step.Input(String selector, String text) -> input(settled(user), selector, text, timeout);
            case Step.Wait(Expectation until) -> waitFor(user, until, timeout);
            case Step.Idle() -> Patience.until(timeout, session(user)::idle, () -> "the program is still busy");
            case Step.Consent(ConsentAnswer answer) -> answer(user, answer, timeout);
            case Step.Modal(boolean confirm) -> Patience.until(
                timeout,
                () -> session(user).ui().answer(confirm),
                () -> "the program asked nothing with wx.showModal"
            );
            case Step.Expect(Expectation that) -> expect(user, that, timeout);
            case Step.Revoke(var scope) -> host.host()
                .api()
                .grants()
                .revoke(user, host.program().registration().id(), scope);
            case Step.Advance(Duration by) -> clock.advance(by);
            case Step.Back() -> settled(user).view().back();
            case Step.Uninstall() -> uninstall(user);
            case Step.Close() -> close(user);
        }
    }

    /** Records what the sessions that are still open show, and closes them. */
    void closeAll() {
        Map.copyOf(sessions).keySet().forEach(this::close);
    }

    private void open(UserId user, String url) {
        UserSession session = sessions.get(user);
        if (session == null || session.end().isPresent()) {
            sessions.put(user, host.program().open(user, url));
        } else {
            session.view().open(url);
        }
    }

    private UserSession session(UserId user) throws StepFailed {
        UserSession session = sessions.get(user);
        if (session == null) {
            throw new StepFailed("the program is not open: begin with a step {\"open\": \"\"}");
        }
        return session;
    }

    // a person acts on what the last act led to; a program that never rests is not waited for
    private UserSession settled(UserId user) throws StepFailed {
        UserSession session = session(user);
        Patience.atMost(
            SETTLE,
            () -> session.idle() || consent.waiting(user).isPresent() || session.ui().dialog().isPresent()
        );
        return session;
    }

    private static void tap(UserSession session, String selector, Duration timeout) throws StepFailed {
        var screen = new Screen(session);
        Patience.until(
            timeout,
            () ->
                screen
                    .first(selector)
                    .map(found -> session.view().tap(found.page(), found.node()))
                    .orElse(false),
            () -> screen.whyNot(selector, "be tapped")
        );
    }

    private static void input(UserSession session, String selector, String text, Duration timeout) throws StepFailed {
        var screen = new Screen(session);
        Patience.until(
            timeout,
            () ->
                screen
                    .first(selector)
                    .map(found -> session.view().input(found.page(), found.node(), text))
                    .orElse(false),
            () -> screen.whyNot(selector, "be typed into")
        );
    }

    private void waitFor(UserId user, Expectation until, Duration timeout) throws StepFailed {
        UserSession session = session(user);
        Patience.until(
            timeout,
            () -> mismatch(session, user, until).isEmpty(),
            () -> mismatch(session, user, until).orElse("")
        );
    }

    // what is expected may be a moment away; what has come to rest will not change any more
    private void expect(UserId user, Expectation that, Duration timeout) throws StepFailed {
        UserSession session = session(user);
        Patience.untilOrRest(timeout, () -> mismatch(session, user, that).isEmpty(), session::idle, () ->
            mismatch(session, user, that).orElse("")
        );
    }

    private Optional<String> mismatch(UserSession session, UserId user, Expectation wanted) {
        return new Screen(session)
            .mismatch(wanted)
            .or(() -> counted("SMS", wanted.sms(), host.messages().size()))
            .or(() -> counted("consent prompts", wanted.prompts(), (int) consent.count(user)));
    }

    private static Optional<String> counted(String what, OptionalInt wanted, int found) {
        return wanted.isEmpty() || wanted.getAsInt() == found
            ? Optional.empty()
            : Optional.of("expected " + wanted.getAsInt() + " " + what + ", found " + found);
    }

    private void answer(UserId user, ConsentAnswer answer, Duration timeout) throws StepFailed {
        Patience.until(
            timeout,
            () ->
                consent
                    .waiting(user)
                    .map(prompt -> prompt.answer().complete(answer))
                    .orElse(false),
            () -> "no consent prompt came up"
        );
    }

    private void uninstall(UserId user) throws IOException {
        close(user);
        host.uninstall(user);
    }

    private void close(UserId user) {
        UserSession session = sessions.remove(user);
        if (session != null) {
            report.session(user.value(), session);
            session.close();
        }
    }
}
