package dev.cloakroom.bench;

import dev.cloakroom.bench.BenchUser.Call;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import dev.cloakroom.runtime.sandbox.WarmWorker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One worker, one user, whose tap makes many calls to the host. The first half of them warms up. */
final class CallBench {

    /** How many calls one tap makes. */
    static final int CALLS = 20_000;

    private final Figures figures;
    private final SandboxFactory sandboxes;

    CallBench(Figures figures, SandboxFactory sandboxes) {
        this.figures = figures;
        this.sandboxes = sandboxes;
    }

    /** @param program of {@link BenchPrograms#caller}, with that many in flight */
    void measure(String program, int inFlight) {
        try (WarmWorker worker = sandboxes.warm(); Sandbox sandbox = worker.load(program)) {
            var user = BenchUser.open(sandbox);
            user.press();
            List<Call> later = user.calls(CALLS).subList(CALLS / 2, CALLS);
            long nanos = later.getLast().nanos() - later.getFirst().nanos();
            figures.add("host calls, " + inFlight + " in flight, per second", ((later.size() - 1) * 1e9) / nanos);
            List<Double> periods = periods(later);
            figures.add("host call p50, " + inFlight + " in flight, µs", Figures.quantile(periods, 0.5));
            figures.add("host call p99, " + inFlight + " in flight, µs", Figures.quantile(periods, 0.99));
        }
    }

    // from a lane's call to its next
    private static List<Double> periods(List<Call> calls) {
        Collection<List<Call>> lanes = calls.stream().collect(Collectors.groupingBy(Call::lane)).values();
        List<Double> periods = new ArrayList<>();
        for (List<Call> lane : lanes) {
            for (int i = 1; i < lane.size(); i++) {
                periods.add((lane.get(i).nanos() - lane.get(i - 1).nanos()) / 1e3);
            }
        }
        return periods;
    }
}
