package dev.cloakroom.runtime.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger accept}. */
@Command(
    name = "accept",
    description = "Goes on from a store that was set back, as after a backup was put in place, and records that it did.",
    footer = {
        "",
        "What the store lost stays lost: grants that were revoked meanwhile work again.",
        "Exit status: 0; 1 when the store is damaged in itself, and nothing was changed.",
    },
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerAcceptCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var ledger = data.open()) {
            return new VerdictPrinter(Objects.requireNonNull(spec).commandLine().getOut()).print(ledger.accept());
        }
    }
}
