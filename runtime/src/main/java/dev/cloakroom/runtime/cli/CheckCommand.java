package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.check.Check;
import dev.cloakroom.runtime.check.CheckReport;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.net.Replies;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cloakroom check DIR}. */
@Command(
    name = "check",
    description = "Opens every page of a program without a network, does what a user can do there, and tells what went wrong.",
    footer = {
        "",
        "Exit status: 0 when all is clean; 1 when something is not;",
        "2 on bad input; 3 when Cloakroom itself fails.",
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false
)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The program's folder.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Print the report as JSON: docs/check.schema.json.")
    private boolean json;

    @Option(
        names = "--replies",
        paramLabel = "FILE.json",
        description = "What answers the program's requests: docs/replies.schema.json. Replies to the rest are made up."
    )
    private @Nullable Path replies;

    @Option(names = "--strict", description = "Refuse requests that --replies has no answer to.")
    private boolean strict;

    @Option(
        names = "--record",
        paramLabel = "OUT.json",
        description = "Where to write what was asked and answered, to be edited and given with --replies."
    )
    private @Nullable Path record;

    @Option(names = "--page", paramLabel = "PATH", description = "Check this page only. May be given several times.")
    private Set<String> pages = Set.of();

    @Option(
        names = "--require-confinement",
        description = "Refuse to run where the kernel cannot confine the program: cloakroom doctor."
    )
    private boolean confinementRequired;

    @Override
    public Integer call() throws IOException {
        checkOptions();
        var printer = new CheckPrinter(Objects.requireNonNull(spec).commandLine().getOut());
        CheckReport report = new Check(
            folder,
            settings(),
            new MadeUpUsers(new SecureRandom()).guest(),
            options(),
            (_, _) -> {}
        ).run();
        if (json) {
            printer.json(report);
        } else {
            printer.text(report.toJson());
        }
        if (record != null) {
            new ReportFile(record).write(report.recorded());
        }
        return report.clean() ? 0 : Main.FAILED;
    }

    private void checkOptions() {
        if (record != null) {
            new ReportFile(record).check();
        }
    }

    private Check.Settings settings() {
        return new Check.Settings(replies == null ? Replies.NONE : Replies.read(replies), strict, pages);
    }

    private HostOptions options() {
        return HostOptions.defaults(UserFolders.cache()).withConfinementRequired(confinementRequired);
    }
}
