package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import dev.cloakroom.runtime.dev.DevelopmentNetwork;
import dev.cloakroom.runtime.drive.HostReport.Outcome;
import dev.cloakroom.runtime.leak.Leak;
import dev.cloakroom.runtime.leak.LeakScan;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario without a browser: starts a development host, lives its users' day, and reports what
 * happened. The report's third-party part is searched for every planted value.
 */
public final class Drive {

    private final Path folder;
    private final Scenario scenario;
    private final Users users;
    private final HostOptions options;
    private final DriveListener listener;
    private final DevelopmentNetwork network;
    private final Report report = new Report();
    private final ScriptedConsent consent = new ScriptedConsent();

    /**
     * @param folder the program's
     * @param options what differs from a development host's own choice; the clock is what steps advance
     */
    public Drive(Path folder, Scenario scenario, Users users, HostOptions options, DriveListener listener) {
        this(folder, scenario, users, options, listener, DevelopmentNetwork.BACK_END);
    }

    /** As the other one, with another network. */
    public Drive(
        Path folder,
        Scenario scenario,
        Users users,
        HostOptions options,
        DriveListener listener,
        DevelopmentNetwork network
    ) {
        this.folder = folder;
        this.scenario = scenario;
        this.users = users;
        this.options = options;
        this.listener = listener;
        this.network = network;
    }

    /** Plays to the end or to the first step that fails; the report tells which. */
    public Report play() throws IOException {
        var clock = new ScenarioClock(options.clock());
        report.host().title(scenario.title());
        users.all().forEach(report.host()::user);
        judge(playOn(clock));
        return report;
    }

    private boolean playOn(ScenarioClock clock) throws IOException {
        try (
            var host = DevelopmentHost.start(
                folder,
                consent,
                options.withObserver(new ReportObserver(report)).withClock(clock).withSocialGraph(users::friendsOf),
                network
            )
        ) {
            listener.opened(host.store());
            listener.started(host.program().manifest().appId());
            return play(host, new ScenarioRunner(host, consent, clock, report));
        }
    }

    private boolean play(DevelopmentHost host, ScenarioRunner runner) throws IOException {
        var facts = new HostFacts(host);
        users.all().forEach(user -> user.settleIn(host.host().api().vault()));
        users.all().forEach(user -> facts.learn(user.id()));
        boolean passed = steps(runner);
        consent.close();
        runner.closeAll();
        listener.ended();
        facts.writeTo(report.host(), consent);
        return passed;
    }

    // once the back end has had its last word
    private void judge(boolean passed) {
        List<Leak> leaks = LeakScan.of(users.planted()).inJson(report.thirdPartyView());
        leaks.forEach(report.host()::leak);
        report.host().outcome(outcome(passed && leaks.isEmpty()));
    }

    private Outcome outcome(boolean passed) {
        return report.host().hasProblems() ? Outcome.PROBLEM : passed ? Outcome.PASSED : Outcome.FAILED;
    }

    private boolean steps(ScenarioRunner runner) throws IOException {
        for (Step step : scenario.steps()) {
            String failure = failure(runner, step);
            report.host().step(step, failure == null ? Outcome.PASSED : Outcome.FAILED, failure == null ? "" : failure);
            listener.played(step, failure);
            if (failure != null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String failure(ScenarioRunner runner, Step step) throws IOException {
        try {
            runner.play(step);
            return null;
        } catch (StepFailed | SandboxFailed e) {
            return step.message(String.valueOf(e.getMessage()));
        }
    }
}
