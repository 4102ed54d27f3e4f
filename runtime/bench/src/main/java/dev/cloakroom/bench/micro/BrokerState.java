package dev.cloakroom.bench.micro;

import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.policy.PolicySet;
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
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A host over one of the engines, a program that its user said yes to once and for all, and a token of it. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class BrokerState {

    static final String ACTION = "send-sms";
    static final UserId USER = new UserId("bench");
    static final RecipientId GATEWAY = new RecipientId("gateway");
    static final RecipientRegistry RECIPIENTS = RecipientRegistry.of(
        List.of(new Recipient(GATEWAY, "Gateway", Set.of(ScopeCatalog.PHONE_NUMBER)))
    );
    static final ProgramRegistration PROGRAM = new ProgramRegistration(
        new ProgramId("bench"),
        new DeveloperId("bench"),
        "Bench"
    );
    static final AccessRequest REQUEST = new AccessRequest(
        PROGRAM,
        USER,
        ScopeCatalog.PHONE_NUMBER,
        "to measure",
        Set.of(GATEWAY),
        new RequestContext(true, true, true)
    );

    @Param({ "sqlite", "postgres" })
    public String engine;

    HostApi host;
    AuthenticatedProgram program;
    PolicyDecisionPoint decisionPoint;
    String secret;
    String token;

    private Path folder;
    private @Nullable EmbeddedPostgres server;
    private Storage storage;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cloakroom-bench-");
        storage = engine.equals("postgres") ? postgres() : SqliteStorage.open(folder);
        host = HostApi.over(storage, FileKeyRing.open(folder), _ -> ConsentAnswer.ALLOW)
            .recipients(RECIPIENTS)
            .actions(List.of(sendSms()))
            .build();
        host.vault().ownerView(USER).put(Field.PHONE, "13800138000");
        var credentials = host.programs().register(PROGRAM);
        secret = credentials.secret();
        program = host.programs().authenticate(PROGRAM.id(), secret).orElseThrow();
        decisionPoint = new PolicyDecisionPoint(PolicySet.shipped(), RECIPIENTS, host.settings());
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
    String request() {
        return ((Disclosure.Granted) host.broker().request(REQUEST)).code();
    }

    RedemptionOutcome requestAndRedeem() {
        var parameters = Map.of("template", "ready");
        return host
            .redeemer()
            .redeem(program, new RedemptionRequest(request(), ACTION, GATEWAY, parameters, Optional.empty()));
    }
}
