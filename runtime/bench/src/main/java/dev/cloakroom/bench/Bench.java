package dev.cloakroom.bench;

import dev.cloakroom.runtime.sandbox.Deadline;
import dev.cloakroom.runtime.sandbox.Folders;
import dev.cloakroom.runtime.sandbox.Launcher;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import dev.cloakroom.runtime.sandbox.WarmWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures workers as the host starts and drives them. Every round takes fresh processes. */
@Command(
    name = "bench",
    description = "Measures how long users wait and what workers use, on a built tree.",
    mixinStandardHelpOptions = true
)
public final class Bench implements Callable<Integer> {

    private static final Duration RUNAWAY_TURN = Duration.ofSeconds(5);
    private static final int CALLS = 5_000;
    private static final Limits AS_FAST_AS_IT_CAN = Limits.DEFAULT.withMessagesPerSecond(1_000_000)
        .withRecordedCallsPerMinute(1_000_000)
        .withCharactersPerSecond(1_000_000_000)
        .withOperationsPerSecond(1_000_000_000);
    private static final Map<String, String> RUNAWAYS = Map.of(
        "loop",
        "for (;;);",
        "array",
        "Array.from({ length: 2 ** 31 })",
        "bigint",
        "(3n ** (10n ** 9n)).toString()"
    );

    @Option(
        names = "--rounds",
        defaultValue = "5",
        description = "How often each is measured. Default: ${DEFAULT-VALUE}."
    )
    private int rounds;

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Option(
        names = "--program",
        defaultValue = "sample-miniprograms/food-order",
        description = "A program of the tree."
    )
    private Path program = Path.of("");

    private final Figures figures = new Figures();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-bench-");
        try {
            measure(folder);
        } finally {
            Folders.delete(folder);
        }
        System.out.println(json ? figures.json() : figures.table());
        return 0;
    }

    private void measure(Path folder) throws IOException {
        var launcher = new Launcher(folder.resolve("workers"));
        long began = System.nanoTime();
        launcher.makeCache();
        figures.millis("workers' cache made", System.nanoTime() - began);
        var sandboxes = new SandboxFactory(launcher, AS_FAST_AS_IT_CAN, false);
        var programs = new BenchPrograms(folder, sandboxes);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("small", programs.small());
        pages.put("food-order", programs.at(program));
        pages.put("heavy", programs.heavy());
        String caller = programs.caller(CALLS);
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                new PageBench(figures, sandboxes).measure(page.getKey(), page.getValue());
                new AheadBench(figures, sandboxes, folder.resolve("pages")).measure(page.getKey(), page.getValue());
            }
            calls(sandboxes, caller);
        }
        for (Map.Entry<String, String> runaway : RUNAWAYS.entrySet()) {
            kill(launcher, runaway.getKey(), programs.runaway(runaway.getKey(), runaway.getValue()));
        }
    }

    private void calls(SandboxFactory sandboxes, String program) {
        try (WarmWorker worker = sandboxes.warm(); Sandbox sandbox = worker.load(program)) {
            var user = BenchUser.open(sandbox);
            long began = user.press();
            while (user.calls().size() < CALLS) {
                user.settle();
            }
            List<Long> times = user.calls();
            figures.add("host calls per second", (CALLS * 1e9) / (times.getLast() - began));
            List<Double> later = periods(times.subList(CALLS / 2, CALLS));
            figures.add("host call p50, µs", Figures.quantile(later, 0.5));
            figures.add("host call p99, µs", Figures.quantile(later, 0.99));
        }
    }

    private static List<Double> periods(List<Long> times) {
        List<Double> periods = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            periods.add((times.get(i) - times.get(i - 1)) / 1e3);
        }
        return periods;
    }

    private void kill(Launcher launcher, String name, String program) {
        Limits strict = Limits.DEFAULT.withTurn(new Deadline(RUNAWAY_TURN, RUNAWAY_TURN));
        var sandboxes = new SandboxFactory(launcher, strict, false);
        for (int round = 0; round < rounds; round++) {
            try (Sandbox sandbox = sandboxes.start(program)) {
                long began = BenchUser.open(sandbox).press();
                sandbox.ended().join();
                figures.millis("gone after the deadline, " + name, System.nanoTime() - began - RUNAWAY_TURN.toNanos());
            }
        }
    }
}
