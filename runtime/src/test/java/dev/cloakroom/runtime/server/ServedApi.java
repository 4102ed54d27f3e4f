package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramCredentials;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.SendSms;
import dev.cloakroom.host.redeem.action.SmsTemplate;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A host with two programs and one user, and its HTTP API. */
abstract class ServedApi {

    static final UserId LIN = new UserId("lin");
    static final String PHONE = "+8613812345678";
    static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    static final ProgramRegistration SHOP = program("wx0123456789abcdef");
    static final ProgramRegistration OTHER = program("wxfedcba9876543210");
    static final ApiLimits LIMITS = ApiLimits.DEFAULT.withFailures(1e9, 1e9);

    static final Queue<HttpExchange> OBSERVED = new ConcurrentLinkedQueue<>();
    static final Queue<String> SENT = new ConcurrentLinkedQueue<>();

    @TempDir
    static Path data;

    static SqliteStorage storage;
    static HostApi host;
    static HostServer server;
    static Wire wire;
    static String shop;
    static String other;

    @BeforeAll
    static void start() throws IOException {
        storage = SqliteStorage.open(data);
        host = HostApi.over(storage, FileKeyRing.open(data), _ -> ConsentAnswer.ALLOW)
            .recipients(
                RecipientRegistry.of(List.of(new Recipient(GATEWAY, "Gateway", Set.of(ScopeCatalog.PHONE_NUMBER))))
            )
            .actions(List.of(sendSms()))
            .build();
        host.vault().ownerView(LIN).put(Field.PHONE, PHONE);
        shop = basic(host.programs().register(SHOP));
        other = basic(host.programs().register(OTHER));
        server = new HostServer(host, listener(), Listening.onLoopback(0), LIMITS);
        wire = new Wire(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        storage.close();
    }

    @BeforeEach
    void forget() {
        OBSERVED.clear();
        SENT.clear();
    }

    static void assertProblem(Wire.Answer answer, int status, String name) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers())
            .containsEntry("content-type", "application/problem+json")
            .containsEntry("cache-control", "no-store");
        assertThat(json(answer).path("type").asText()).endsWith("/" + name);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(OBSERVED).extracting(HttpExchange::body).contains(answer.body());
    }

    static Wire.Answer post(String path, String authorization, String body) throws IOException {
        var answer = send("POST " + path, "Authorization: " + authorization, body);
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        return answer;
    }

    static Wire.Answer send(String request, String header, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return wire.send(
            head(request, "127.0.0.1", header + "\nContent-Type: application/json\nContent-Length: " + length),
            body
        );
    }

    static String head(String request, String name, String headers) {
        return request + " HTTP/1.1\nHost: " + name + "\n" + headers.strip();
    }

    static String redemption(String token) {
        return Json.object()
            .put("token", token)
            .put("action", "send-sms")
            .put("recipient", GATEWAY.value())
            .<ObjectNode>set("parameters", Json.object().put("template", "ready"))
            .toString();
    }

    static String token(ProgramRegistration program) {
        var request = new AccessRequest(
            program,
            LIN,
            ScopeCatalog.PHONE_NUMBER,
            "to text you",
            Set.of(GATEWAY),
            new RequestContext(true, true, true)
        );
        return ((Disclosure.Granted) host.broker().request(request)).code();
    }

    static ObjectNode json(Wire.Answer answer) {
        return Json.parseObject(answer.body()).orElseThrow();
    }

    static SendSms sendSms() {
        return new SendSms(
            Map.of(GATEWAY, (phone, _, _) -> {
                SENT.add(phone);
                return RedemptionResult.SENT;
            }),
            List.of(new SmsTemplate("ready", "Your order is ready", Map.of()))
        );
    }

    static Observer listener() {
        return new Observer() {
            @Override
            public void backendAnswer(HttpExchange answer) {
                OBSERVED.add(answer);
            }
        };
    }

    static ProgramRegistration program(String id) {
        return new ProgramRegistration(new ProgramId(id), new DeveloperId("acme"), "Acme");
    }

    static String basic(ProgramCredentials credentials) {
        return basic(credentials.id().value(), credentials.secret());
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
