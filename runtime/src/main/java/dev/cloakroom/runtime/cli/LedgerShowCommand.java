package dev.cloakroom.runtime.cli;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.runtime.input.Printable;
import dev.cloakroom.runtime.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cloakroom ledger show}. */
@Command(
    name = "show",
    description = "Prints entries, the oldest first. It does not check them: that is `cloakroom ledger verify`.",
    mixinStandardHelpOptions = true,
    sortOptions = false
)
final class LedgerShowCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--program", paramLabel = "ID", description = "Only those about this program.")
    private @Nullable String program;

    @Option(
        names = "--user",
        paramLabel = "SUBJECT",
        description = "Only those about the user whom the program knows by this."
    )
    private @Nullable String subject;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only those of this kind: minted, revoked, …")
    private @Nullable String kind;

    @Option(names = "--since", paramLabel = "TIME", description = "Only those from then on: 2026-11-22T08:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--json", description = "As one JSON object a line, as it is hashed.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var ledger = data.open()) {
            ledger
                .reader()
                .streamAfter(0)
                .filter(this::isAskedFor)
                .forEach(entry -> out.println(json ? entry.json() : line(entry)));
        }
        return 0;
    }

    private boolean isAskedFor(AuditEntry entry) {
        return (
            (program == null || entry.program().equals(Optional.of(program))) &&
            (subject == null || entry.subject().equals(Optional.of(subject))) &&
            (kind == null || entry.kind().equals(kind)) &&
            (since == null || !entry.at().isBefore(since))
        );
    }

    private static String line(AuditEntry entry) {
        LedgerText text = LedgerText.of(Json.parseObject(entry.json()).orElseGet(Json::object));
        return Printable.of(
            "%6d %s %-14s %-22s %-11s %s".formatted(
                entry.sequence(),
                entry.at(),
                entry.program().orElse("-"),
                entry.subject().orElse("-"),
                text.what(),
                text.detail()
            )
        ).stripTrailing();
    }
}
