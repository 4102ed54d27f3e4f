package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code cloakroom}. Exit status 0; 1 when an expectation fails; 2 on bad input; 3 when Cloakroom itself
 * fails. A stack trace appears only with {@code --debug}.
 */
@Command(
    name = "cloakroom",
    description = "Runs mini programs without giving them the user's personal data.",
    subcommands = { RunCommand.class, DriveCommand.class, CommandLine.HelpCommand.class },
    mixinStandardHelpOptions = true,
    version = "cloakroom 0.1.0",
    synopsisSubcommandLabel = "COMMAND"
)
public final class Main {

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int BROKEN = 3;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Log in detail, and print stack traces.")
    private boolean debug;

    private Main() {}

    /** The program's entry point. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "dev/cloakroom/runtime/cli/logback.xml");
        if (List.of(args).contains("--debug")) {
            System.setProperty("cloakroom.log", "DEBUG");
        }
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(run(out, err, args));
    }

    /** Runs a command line; returns the exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        var main = new Main();
        return new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, command, parsed) -> main.explain(e, command.getErr()))
            .execute(args);
    }

    private int explain(Exception e, PrintWriter err) {
        if (debug) {
            e.printStackTrace(err);
        }
        if (e instanceof BadInput) {
            err.println("cloakroom: " + e.getMessage());
            return BAD_INPUT;
        }
        String what = e instanceof SandboxFailed ? e.getMessage() : "something broke inside: " + e;
        err.println("cloakroom: " + what + (debug ? "" : " (--debug tells more)"));
        return BROKEN;
    }
}
