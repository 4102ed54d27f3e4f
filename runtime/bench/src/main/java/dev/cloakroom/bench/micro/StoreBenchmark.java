package dev.cloakroom.bench.micro;

import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.SendSms;
import dev.cloakroom.host.redeem.action.SmsTemplate;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.token.Introspection;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.sandbox.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the broker waits for in its store: each transaction is on the disk before it returns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class StoreBenchmark {

    private static final UserId USER = new UserId("bench");
    private static final RecipientId GATEWAY = new RecipientId("gateway");
    private static final ProgramRegistration PROGRAM = new ProgramRegistration(
        new ProgramId("bench"),
        new DeveloperId("bench"),
        "Bench"
    );
    private static final AccessRequest REQUEST = new AccessRequest(
        PROGRAM,
        USER,
        ScopeCatalog.PHONE_NUMBER,
        "to measure",
        Set.of(GATEWAY),
        new RequestContext(true, true, true)
    );

    @Param({ "sqlite", "postgres" })
    public String engine;

    private Path folder;
    private @Nullable EmbeddedPostgres server;
    private Storage storage;
    private HostApi host;
    private AuthenticatedProgram program;
    private String token;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cloakroom-bench-");
        storage = engine.equals("postgres") ? postgres() : SqliteStorage.open(folder);
        host = HostApi.over(storage, FileKeyRing.open(folder), _ -> ConsentAnswer.ALLOW)
            .recipients(
                RecipientRegistry.of(List.of(new Recipient(GATEWAY, "Gateway", Set.of(ScopeCatalog.PHONE_NUMBER))))
            )
            .actions(List.of(sendSms()))
            .build();
        host.vault().ownerView(USER).put(Field.PHONE, "13800138000");
        var credentials = host.programs().register(PROGRAM);
        program = host.programs().authenticate(PROGRAM.id(), credentials.secret()).orElseThrow();
        token = request();
    }

    /** As durable as in production: this library's default is not. */
    private Storage postgres() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        return PostgresStorage.open(new PostgresSettings(server.getJdbcUrl("postgres", "postgres")));
    }

    private static SendSms sendSms() {
        return new SendSms(
            Map.of(GATEWAY, (_, _, _) -> RedemptionResult.SENT),
            List.of(new SmsTemplate("ready", "Ready", Map.of()))
        );
    }

    @TearDown
    public void close() throws IOException {
        storage.close();
        if (server != null) {
            server.close();
        }
        Folders.delete(folder);
    }

    /** Two transactions: what the policy decided; the token under a grant that stands. */
    @Benchmark
    public String request() {
        return ((Disclosure.Granted) host.broker().request(REQUEST)).code();
    }

    /** What a back end asks of a token that it does not redeem. */
    @Benchmark
    public Optional<Introspection> introspect() {
        return host.tokens().introspect(program, token);
    }

    /** Four transactions: those of the request, the reservation, and how it ended. */
    @Benchmark
    public RedemptionOutcome requestAndRedeem() {
        var parameters = Map.of("template", "ready");
        return host
            .redeemer()
            .redeem(program, new RedemptionRequest(request(), "send-sms", GATEWAY, parameters, Optional.empty()));
    }

    /** One transaction with one entry, signed. */
    @Benchmark
    public AuditEvent append() {
        return host.ledger().append(new AuditEvent.LoginCodeExchanged(PROGRAM.id(), new PairwiseSubject("subject")));
    }
}
