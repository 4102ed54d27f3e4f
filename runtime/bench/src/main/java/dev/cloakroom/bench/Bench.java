package dev.cloakroom.bench;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.sandbox.Deadline;
import dev.cloakroom.runtime.sandbox.Folders;
import dev.cloakroom.runtime.sandbox.Launcher;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    private static final List<Integer> IN_FLIGHT = List.of(1, 32);
    private static final Limits AS_FAST_AS_IT_CAN = Limits.DEFAULT.withMessagesPerSecond(1_000_000)
        .withRecordedCallsPerMinute(1_000_000)
        .withCharactersPerSecond(1_000_000_000)
        .withOperationsPerSecond(1_000_000_000);
    private static final Map<String, String> RUNAWAYS = Map.of(
        "loop",
        "for (;;);",
        "map",
        "for (;;) new Array(500).fill(7).map((x) => x)",
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

    @Option(names = "--programs", description = "Keeps the compiled programs in this folder.")
    private @Nullable Path programsFolder;

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
        var launcher = new Launcher(HostOptions.defaults(folder).workerJdk(), folder.resolve("workers"));
        long began = System.nanoTime();
        launcher.makeCache();
        figures.millis("workers' cache made", System.nanoTime() - began);
        var sandboxes = new SandboxFactory(launcher, AS_FAST_AS_IT_CAN, false);
        var programs = new BenchPrograms(folder, sandboxes);
        Map<String, String> pages = pages(programs);
        Map<Integer, String> callers = callers(programs);
        keep(pages, callers);
        String computing = programs.computing();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                new PageBench(figures, sandboxes).measure(page.getKey(), page.getValue());
                new AheadBench(figures, sandboxes, folder.resolve("pages")).measure(page.getKey(), page.getValue());
            }
            for (int inFlight : IN_FLIGHT) {
                var calls = new CallBench(figures, sandboxes);
                calls.measure(Objects.requireNonNull(callers.get(inFlight)), inFlight);
                calls.measureBroker(programs.folderOfCaller(inFlight), inFlight, folder, AS_FAST_AS_IT_CAN);
            }
            new ComputeBench(figures, sandboxes).measure(computing);
        }
        for (Map.Entry<String, String> runaway : RUNAWAYS.entrySet()) {
            kill(launcher, runaway.getKey(), programs.runaway(runaway.getKey(), runaway.getValue()));
        }
    }

    private Map<String, String> pages(BenchPrograms programs) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("small", programs.small());
        pages.put("food-order", programs.at(program));
        pages.put("heavy", programs.heavy());
        pages.put("large", programs.large());
        return pages;
    }

    private static Map<Integer, String> callers(BenchPrograms programs) throws IOException {
        Map<Integer, String> callers = new LinkedHashMap<>();
        for (int inFlight : IN_FLIGHT) {
            callers.put(inFlight, programs.caller(CallBench.CALLS, inFlight));
        }
        return callers;
    }

    private void keep(Map<String, String> pages, Map<Integer, String> callers) throws IOException {
        if (programsFolder == null) {
            return;
        }
        var files = new ProgramFiles(programsFolder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            files.write(page.getKey(), page.getValue());
        }
        for (Map.Entry<Integer, String> caller : callers.entrySet()) {
            files.write("caller-" + caller.getKey(), caller.getValue());
        }
    }

    private void kill(Launcher launcher, String name, String program) {
        Limits strict = Limits.DEFAULT.withTurn(new Deadline(RUNAWAY_TURN, RUNAWAY_TURN.multipliedBy(10)));
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
