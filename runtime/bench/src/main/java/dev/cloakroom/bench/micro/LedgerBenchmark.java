package dev.cloakroom.bench.micro;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.sandbox.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Durable entries of the ledger: in the database, signed, and known to the witness. Beside it what the same disk does
 * when one page after the other is written and forced, and nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class LedgerBenchmark {

    private static final int PAGE = 4096;
    private static final int PER_TRANSACTION = 8;
    private static final AuditEvent EVENT = new AuditEvent.LoginCodeExchanged(
        new ProgramId("program"),
        new PairwiseSubject("Z4BVZJ9z-rUSG3Q-2PhEcQ")
    );

    private Path folder;
    private Host host;
    private AuditLedger ledger;
    private FileChannel file;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cloakroom-bench-");
        HostOptions options = HostOptions.defaults(folder.resolve("cache"));
        host = Host.open(folder.resolve("data"), _ -> ConsentAnswer.DISMISS, options);
        ledger = host.api().ledger();
        file = FileChannel.open(folder.resolve("pages"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(PAGE));
        file.force(true);
    }

    @TearDown
    public void close() throws IOException {
        file.close();
        host.close();
        Folders.delete(folder);
    }

    @Benchmark
    public void disk() throws IOException {
        file.write(ByteBuffer.allocate(PAGE), 0);
        file.force(false);
    }

    @Benchmark
    public AuditEvent append() {
        return ledger.append(EVENT);
    }

    @Benchmark
    @Threads(8)
    public AuditEvent appendByEight() {
        return ledger.append(EVENT);
    }

    @Benchmark
    @OperationsPerInvocation(PER_TRANSACTION)
    public AuditEvent appendEightAtOnce() {
        return ledger.transactions().inTransaction(() -> {
            for (int i = 1; i < PER_TRANSACTION; i++) {
                ledger.append(EVENT);
            }
            return ledger.append(EVENT);
        });
    }
}
