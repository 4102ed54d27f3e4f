package dev.cloakroom.runtime.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger}: one class for each verb. */
@Command(
    name = "ledger",
    description = "Looks into a host's ledger, checks it, and proves what is in it: docs/ledger.md.",
    subcommands = {
        LedgerVerifyCommand.class,
        LedgerShowCommand.class,
        LedgerProveCommand.class,
        LedgerHeadCommand.class,
        LedgerKeyCommand.class,
        LedgerAcceptCommand.class,
        CommandLine.HelpCommand.class,
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND"
)
final class LedgerCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var command = Objects.requireNonNull(spec).commandLine();
        command.usage(command.getOut());
    }
}
