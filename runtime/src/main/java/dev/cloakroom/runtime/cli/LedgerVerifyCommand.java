package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.Host;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger verify}. */
@Command(
    name = "verify",
    description = "Reads the whole ledger and says whether it is intact; or checks a proof, without a database.",
    footer = { "", "Exit status: 0; 1 when the ledger is damaged or the proof does not hold; 2 on bad input." },
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerVerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    static final class What {

        @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data directory of the host.")
        private @Nullable Path data;

        @ArgGroup(exclusive = false)
        private @Nullable Proof proof;
    }

    static final class Proof {

        @Option(
            names = "--proof",
            required = true,
            paramLabel = "FILE",
            description = "What cloakroom ledger prove printed."
        )
        private Path proof = Path.of("");

        @Option(names = "--head", required = true, paramLabel = "FILE", description = "The head that it must lead to.")
        private Path head = Path.of("");

        @Option(
            names = "--former-head",
            paramLabel = "FILE",
            description = "The head that the ledger must have grown from, for a proof of that."
        )
        private @Nullable Path formerHead;

        @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The key of the host, from where you trust it: cloakroom ledger key."
        )
        private Path key = Path.of("");
    }

    @Override
    public Integer call() {
        return what.proof == null ? ofLedger() : ofProof(what.proof);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private int ofLedger() {
        try (var ledger = Host.inspectLedger(Objects.requireNonNull(what.data))) {
            return new VerdictPrinter(out()).print(ledger.verify());
        }
    }

    private int ofProof(Proof files) {
        ProofCheck check = ProofCheck.read(files.proof, files.head, files.formerHead, files.key);
        out().println(check.sentence());
        return check.holds() ? 0 : Main.FAILED;
    }
}
