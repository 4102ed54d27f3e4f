package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.dev.DevelopmentNetwork;
import dev.cloakroom.runtime.drive.Drive;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.drive.Report;
import dev.cloakroom.runtime.drive.Scenario;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.net.Replies;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cloakroom drive DIR --scenario FILE}. */
@Command(
    name = "drive",
    description = "Plays a scenario in a program without a browser, on a throwaway store, and tells what happened.",
    footer = {
        "",
        "Exit status: 0; 1 when an expectation fails or a personal value leaked;",
        "2 on bad input, a program that throws included; 3 when Cloakroom itself fails.",
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false
)
final class DriveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The program's folder.")
    private Path folder = Path.of("");

    @Option(
        names = "--scenario",
        required = true,
        paramLabel = "FILE.json",
        description = "What its users do: docs/scenario.schema.json."
    )
    private Path scenario = Path.of("");

    @Option(
        names = "--users",
        paramLabel = "USERS.json",
        description = "Made-up users: docs/users.schema.json. Default: people with random values for the users that the scenario names."
    )
    private @Nullable Path users;

    @Option(
        names = "--report",
        paramLabel = "OUT.json",
        description = "Where to write everything that happened: docs/report.schema.json."
    )
    private @Nullable Path report;

    @Option(
        names = "--replies",
        paramLabel = "FILE.json",
        description = "What answers the program's requests: docs/replies.schema.json. The rest goes to the developer's own back end, or is refused."
    )
    private @Nullable Path replies;

    @Option(names = "--port", paramLabel = "N", description = "Port of the HTTP API. Default: any free one.")
    private int port;

    @Option(
        names = "--require-confinement",
        description = "Refuse to run where the kernel cannot confine the program: cloakroom doctor."
    )
    private boolean confinementRequired;

    @Override
    public Integer call() throws IOException {
        checkOptions();
        Users people = people();
        Scenario script = Scenario.read(scenario, people);
        HostOptions options = HostOptions.defaults(UserFolders.cache())
            .withPort(port)
            .withConfinementRequired(confinementRequired);
        var printer = new DrivePrinter(commandLine().getOut());
        printer.scenario(script.title());
        Report played = new Drive(folder, script, people, options, printer, network()).play();
        printer.summary(played, people);
        if (report != null) {
            new ReportFile(report).write(played.toJson());
        }
        return status(played);
    }

    private DevelopmentNetwork network() {
        return replies == null ? DevelopmentNetwork.BACK_END : Replies.read(replies)::before;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private Users people() {
        return users == null ? new MadeUpUsers(new SecureRandom()).of(scenario) : Users.read(users);
    }

    private void checkOptions() {
        new PortOption(port).check(commandLine());
        if (report != null) {
            new ReportFile(report).check();
        }
    }

    private static int status(Report played) {
        return switch (played.host().outcome()) {
            case PASSED -> 0;
            case FAILED -> Main.FAILED;
            case PROBLEM -> Main.BAD_INPUT;
        };
    }
}
