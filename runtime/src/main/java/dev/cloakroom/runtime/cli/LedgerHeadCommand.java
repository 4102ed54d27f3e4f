package dev.cloakroom.runtime.cli;

import dev.cloakroom.host.merkle.HeadJson;
import dev.cloakroom.runtime.input.BadInput;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger head}. */
@Command(
    name = "head",
    description = "Prints the newest signed head: keep it, and the ledger has to keep what it covers.",
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerHeadCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var ledger = data.open()) {
            var head = ledger
                .reader()
                .head()
                .signed()
                .orElseThrow(() -> new BadInput("the ledger", "has no signed head yet: nothing was written to it"));
            Objects.requireNonNull(spec).commandLine().getOut().println(HeadJson.of(head));
            return 0;
        }
    }
}
