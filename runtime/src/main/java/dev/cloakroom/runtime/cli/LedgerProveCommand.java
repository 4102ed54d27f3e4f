package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.audit.LedgerReader;
import dev.cloakroom.host.audit.ProofJson;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger prove}. */
@Command(
    name = "prove",
    description = "Prints a proof that an entry is in the ledger, or that the ledger only grew since a head.",
    footer = { "", "Who has the head and the key checks it: cloakroom ledger verify --proof FILE." },
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerProveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "N", description = "The sequence of the entry.")
    private @Nullable Long sequence;

    @Option(names = "--from", paramLabel = "SIZE", description = "Instead of an entry: the size of the former head.")
    private @Nullable Long from;

    @Option(names = "--size", paramLabel = "SIZE", description = "The size of the head. Default: the newest one's.")
    private @Nullable Long size;

    @Override
    public Integer call() {
        if ((sequence == null) == (from == null)) {
            throw misuse("name the sequence of an entry, or `--from` the size of a former head");
        }
        try (var ledger = data.open()) {
            Objects.requireNonNull(spec).commandLine().getOut().println(prove(ledger.reader()));
            return 0;
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode prove(LedgerReader reader) {
        long until = size == null ? reader.head().size() : size;
        return sequence == null
            ? ProofJson.of(reader.proveConsistency(Objects.requireNonNull(from), until))
            : ProofJson.of(reader.proveInclusion(sequence, until));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
