package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.FileTrouble;
import dev.cloakroom.runtime.sandbox.NotConfined;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * {@code cloakroom}. Exit status 0; 1 when an expectation fails; 2 on bad input; 3 when Cloakroom itself
 * fails. A stack trace appears only with {@code --debug}.
 */
@Command(
    name = "cloakroom",
    description = "Runs mini programs without giving them the user's personal data.",
    subcommands = {
        RunCommand.class,
        DriveCommand.class,
        CheckCommand.class,
        DoctorCommand.class,
        LedgerCommand.class,
        CommandLine.HelpCommand.class,
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND"
)
public final class Main implements Runnable {

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int BROKEN = 3;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Log in detail, and print stack traces.")
    private boolean debug;

    private final CommandLine command = new CommandLine(this);

    private Main() {}

    /** The program's entry point. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "dev/cloakroom/runtime/cli/logback.xml");
        if (List.of(args).contains("--debug")) {
            System.setProperty("cloakroom.log", "DEBUG");
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(Main::fallSilent));
        int status = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** Runs a command line; returns the exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new Main().execute(out, err, args);
    }

    /** Without a command: says which there are. */
    @Override
    public void run() {
        command.usage(command.getOut());
    }

    private int execute(PrintWriter out, PrintWriter err, String... args) {
        return command
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> misused(e))
            .setExecutionExceptionHandler((e, _, _) -> explain(e))
            .execute(args);
    }

    // what a command that is being stopped has to say is no news
    private static void fallSilent() {
        System.out.close();
        System.err.close();
    }

    private int misused(ParameterException e) {
        say(Misuse.wording(e));
        say("`" + help(e.getCommandLine()) + "` tells what is possible");
        return BAD_INPUT;
    }

    private static String help(CommandLine misused) {
        CommandLine parent = misused.getParent();
        return parent == null
            ? misused.getCommandName() + " help"
            : parent.getCommandSpec().qualifiedName() + " help " + misused.getCommandName();
    }

    private int explain(Exception e) {
        if (debug) {
            e.printStackTrace(command.getErr());
        }
        if (e instanceof BadInput bad) {
            say(bad.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof NotConfined refused) {
            say(refused.getMessage() + ": `cloakroom doctor` tells more");
            return BAD_INPUT;
        }
        say(words(e) + (debug ? "" : " (--debug tells more)"));
        return BROKEN;
    }

    private static String words(Exception e) {
        return switch (e) {
            case SandboxFailed failed -> String.valueOf(failed.getMessage());
            case FileSystemException refused -> refused.getFile() + ": " + FileTrouble.why(refused);
            default -> "something broke inside: " + e;
        };
    }

    private void say(String message) {
        command.getErr().println("cloakroom: " + message);
    }
}
