package dev.cloakroom.runtime.cli;

import dev.cloakroom.host.LedgerInspection;
import dev.cloakroom.runtime.Host;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data directory whose ledger a command looks at. */
final class DataOption {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data directory of the host.")
    private Path data = Path.of("");

    LedgerInspection open() {
        return Host.inspectLedger(data);
    }
}
