package dev.cloakroom.runtime.cli;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.dev.DevelopmentSimulator;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.drive.UserProfile;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.server.SimulatorPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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

/** {@code cloakroom run DIR}. */
@Command(
    name = "run",
    description = "Runs a program in the browser, on a throwaway store, and shows what its developer gets.",
    footer = { "", "Stays until Ctrl-C. Enter prints a new address, for another browser." },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false
)
final class RunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The program's folder.")
    private Path folder = Path.of("");

    @Option(
        names = "--users",
        paramLabel = "USERS.json",
        description = "Made-up users: docs/users.schema.json. Default: one with a random phone number."
    )
    private @Nullable Path users;

    @Option(names = "--user", paramLabel = "ID", description = "Which of them is at the phone. Default: the first.")
    private @Nullable String user;

    @Option(
        names = "--port",
        paramLabel = "N",
        defaultValue = "8420",
        description = "Port of the simulator; 0 for any free one. Default: ${DEFAULT-VALUE}."
    )
    private int port;

    @Option(
        names = "--require-confinement",
        description = "Refuse to run where the kernel cannot confine the program: cloakroom doctor."
    )
    private boolean confinementRequired;

    @Override
    public Integer call() throws IOException, InterruptedException {
        new PortOption(port).check(commandLine());
        UserProfile person = person(users == null ? new MadeUpUsers(new SecureRandom()).guest() : Users.read(users));
        HostOptions options = HostOptions.defaults(UserFolders.cache())
            .withObserver(new ProblemPrinter(out()))
            .withConfinementRequired(confinementRequired)
            .withSpareWorkers(1);
        SimulatorPage page = SimulatorPage.read(SimulatorPage.BUILT);
        var simulator = DevelopmentSimulator.open(folder, new UserId(person.id()), options, page, port);
        person.settleIn(simulator.host().host().api().vault());
        simulator.run();
        stay(simulator);
        return 0;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private UserProfile person(Users all) {
        return user == null
            ? all.first()
            : all.find(user).orElseThrow(() -> new BadInput("--user " + user, "is none of the users " + all.ids()));
    }

    // the end comes from outside: Ctrl-C or a signal, on which the simulator closes itself
    private void stay(DevelopmentSimulator simulator) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        do {
            out().println(simulator.address());
        } while (in.readLine() != null);
        Thread.currentThread().join();
    }
}
