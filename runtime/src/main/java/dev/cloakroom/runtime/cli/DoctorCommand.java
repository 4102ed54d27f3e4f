package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cloakroom.runtime.sandbox.Launcher;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cloakroom doctor}. */
@Command(
    name = "doctor",
    description = "Tells which walls of the kernel stand around a program on this machine, by starting a worker.",
    footer = { "", "Exit status: 0 when all stand; 1 when one is missing; 3 when no worker starts." },
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class DoctorCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Diagnosis diagnosis = Diagnosis.of(new SandboxFactory(new Launcher(), Limits.DEFAULT, false).examine());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(diagnosis.toJson()));
        } else {
            diagnosis.lines().forEach(out::println);
        }
        return diagnosis.isGood() ? 0 : Main.FAILED;
    }
}
