package dev.cloakroom.runtime.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger key}. */
@Command(
    name = "key",
    description = "Prints the public keys that sign heads, in PEM: the present one, then those that it replaced.",
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerKeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var ledger = data.open()) {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            ledger.keys().forEach(key -> out.print(key.pem()));
            out.flush();
            return 0;
        }
    }
}
