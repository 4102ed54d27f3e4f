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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API as back ends and strangers meet it. */
class HostServerTest {

    private static final UserId LIN = new UserId("lin");
    private static final String PHONE = "+8613812345678";
    private static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    private static final ProgramRegistration SHOP = program("wx0123456789abcdef");
    private static final ProgramRegistration OTHER = program("wxfedcba9876543210");
    private static final ApiLimits LIMITS = ApiLimits.DEFAULT.withFailures(1e9, 1e9);
    private static final int TOO_LARGE = (64 << 10) + 1;

    private static final Queue<HttpExchange> OBSERVED = new ConcurrentLinkedQueue<>();
    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();

    @TempDir
    private static Path data;

    private static SqliteStorage storage;
    private static HostApi host;
    private static HostServer server;
    private static Wire wire;
    private static String shop;
    private static String other;

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

    @Test
    void redemption_answersAReceiptAndNeverTheValue() throws IOException {
        var answer = post("/v1/redeem", shop, redemption(token(SHOP)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("result").asText()).isEqualTo("sent");
        assertThat(json(answer).properties()).extracting(Map.Entry::getKey).containsExactly("receipt", "result", "at");
        assertThat(SENT).containsExactly(PHONE);
        assertThat(answer.body() + answer.headers()).doesNotContain(PHONE.substring(3));
    }

    @Test
    void loginCode_isExchangedOnce() throws IOException {
        String body = "{\"code\": \"" + host.logins().issue(SHOP.id(), LIN) + "\"}";

        assertThat(
            json(post("/v1/session", shop, body))
                .path("subject")
                .asText()
        ).isNotEmpty();
        assertProblem(post("/v1/session", shop, body), 400, "invalid-code");
    }

    static Stream<String> strangers() {
        return Stream.of(
            "",
            "Authorization: " + basic(SHOP.id().value(), "guess"),
            "Authorization: " + basic(SHOP.id().value(), ""),
            "Authorization: " + basic("wx0000000000000000", "guess"),
            "Authorization: " + basic("../../etc", "guess"),
            "Authorization: " + basic("", ""),
            "Authorization: Basic not-base64!",
            "Authorization: Basic " + Base64.getEncoder().encodeToString("no colon".getBytes(StandardCharsets.UTF_8)),
            "Authorization: Basic",
            "Authorization: Bearer abc",
            "Authorization: Digest username=\"x\""
        );
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void stranger_isToldTheSameWhateverTheyTry(String header) throws IOException {
        for (String path : List.of("/v1/session", "/v1/redeem")) {
            var answer = send("POST " + path, header, "{\"token\": \"x\"");

            assertProblem(answer, 401, "invalid-client");
            assertThat(answer.headers()).containsEntry(
                "www-authenticate",
                "Basic realm=\"cloakroom\", DPoP algs=\"ES256 EdDSA PS256\""
            );
            assertThat(json(answer).path("detail").asText()).isEqualTo("the program credentials are not valid");
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "",
            "x",
            "[]",
            "null",
            "7",
            "{\"token\": \"t\"",
            "{\"token\": \"a\", \"token\": \"b\"}",
            "{} {}",
            "{}",
            "{\"token\": 1, \"action\": \"send-sms\", \"recipient\": \"sms-gateway\"}",
            "{\"token\": \"t\", \"action\": [\"send-sms\"], \"recipient\": \"sms-gateway\"}",
            "{\"token\": \"t\", \"action\": \"send-sms\", \"recipient\": \"+12025550123\"}",
            "{\"token\": \"t\", \"action\": \"send-sms\", \"recipient\": \"sms-gateway\", \"parameters\": {\"a\": {}}}",
        }
    )
    void contentThatIsNoRedemption_isRefused(String body) throws IOException {
        assertProblem(post("/v1/redeem", shop, body), 400, "invalid-request");
        assertThat(SENT).isEmpty();
    }

    @Test
    void contentThatIsNestedTooDeep_isRefused() throws IOException {
        assertProblem(post("/v1/redeem", shop, "{\"a\":".repeat(5_000)), 400, "invalid-request");
    }

    /** Unknown, another program's, spent: a token that is no good is no good, and nobody learns why. */
    @Test
    void tokenThatIsNoGood_hasOneAnswer() throws IOException {
        String spent = token(SHOP);
        post("/v1/redeem", shop, redemption(spent));
        SENT.clear();

        var unknown = post("/v1/redeem", shop, redemption("A".repeat(43)));
        assertProblem(unknown, 400, "invalid-token");
        for (String token : List.of(spent, token(OTHER), "x", "' OR 1=1 --", spent + "x")) {
            assertThat(post("/v1/redeem", shop, redemption(token)).body()).isEqualTo(unknown.body());
        }
        assertThat(SENT).isEmpty();
    }

    @Test
    void tokenOfOneProgram_isStillGoodAfterAnotherTriedIt() throws IOException {
        String token = token(SHOP);

        assertProblem(post("/v1/redeem", other, redemption(token)), 400, "invalid-token");

        assertThat(post("/v1/redeem", shop, redemption(token)).status()).isEqualTo(200);
    }

    static Stream<Arguments> tooLarge() {
        String chunk = Integer.toHexString(TOO_LARGE) + "\r\n" + "x".repeat(TOO_LARGE) + "\r\n0\r\n\r\n";
        return Stream.of(
            Arguments.of("Content-Length: " + TOO_LARGE, "x".repeat(TOO_LARGE)),
            Arguments.of("Transfer-Encoding: chunked", chunk)
        );
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void bodyThatIsTooLarge_isRefused(String header, String body) throws IOException {
        var answer = wire.send(
            head(
                "POST /v1/redeem",
                "127.0.0.1",
                "Authorization: " + shop + "\nContent-Type: application/json\n" + header
            ),
            body
        );

        assertProblem(answer, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "GET /",
            "GET /v1",
            "POST /v1/reveal",
            "POST /v1/redeem/x",
            "GET /v1/users/lin",
            "GET /admin",
            "GET /..%2f..%2fcloakroom.db",
            "POST /v1/SESSION",
        }
    )
    void pathThatIsNone_isNotFound(String request) throws IOException {
        var answer = send(request, "Authorization: " + shop, "");

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContainIgnoringCase("javalin").doesNotContainIgnoringCase("jetty");
    }

    @Test
    void unknownPath_isAProblem() throws IOException {
        assertProblem(send("POST /v1/reveal", "Authorization: " + shop, "{}"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "OPTIONS" })
    void methodThatIsNone_isAProblem(String method) throws IOException {
        assertProblem(send(method + " /v1/redeem", "Authorization: " + shop, "{}"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "localhost", "LOCALHOST", "127.0.0.1:80", "localhost:65535" })
    void localName_isAnswered(String name) throws IOException {
        var answer = wire.send(
            head(
                "POST /v1/session",
                name,
                "Authorization: " + shop + "\nContent-Type: application/json\nContent-Length: 2"
            ),
            "{}"
        );

        assertProblem(answer, 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "evil.example:80",
            "127.0.0.2",
            "0.0.0.0",
            "[::1]",
            "xlocalhost",
            "127a0b0c1",
        }
    )
    void otherName_isRefusedEvenWithGoodCredentials(String name) throws IOException {
        String token = token(SHOP);
        String body = redemption(token);
        String headers =
            "Authorization: " + shop + "\nContent-Type: application/json\nContent-Length: " + body.length();

        assertProblem(wire.send(head("POST /v1/redeem", name, headers), body), 421, "misdirected-request");

        assertThat(SENT).isEmpty();
        assertThat(post("/v1/redeem", shop, body).status()).isEqualTo(200);
    }

    @Test
    void hostThatBreaks_saysOneFixedText(@TempDir Path folder) throws IOException {
        var closed = SqliteStorage.open(folder);
        var broken = HostApi.over(closed, FileKeyRing.open(folder), _ -> ConsentAnswer.DENY).build();
        closed.close();
        try (var breaking = new HostServer(broken, listener(), Listening.onLoopback(0), LIMITS)) {
            var answer = new Wire(breaking.address()).send(
                head(
                    "POST /v1/session",
                    "localhost",
                    "Authorization: " + shop + "\nContent-Type: application/json\nContent-Length: 15"
                ),
                "{\"code\": \"none\"}"
            );

            assertProblem(answer, 500, "server-error");
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Hikari").doesNotContain("sqlite");
        }
    }

    private static void assertProblem(Wire.Answer answer, int status, String name) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers())
            .containsEntry("content-type", "application/problem+json")
            .containsEntry("cache-control", "no-store");
        assertThat(json(answer).path("type").asText()).endsWith("/" + name);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(OBSERVED).extracting(HttpExchange::body).contains(answer.body());
    }

    private static Wire.Answer post(String path, String authorization, String body) throws IOException {
        var answer = send("POST " + path, "Authorization: " + authorization, body);
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        return answer;
    }

    private static Wire.Answer send(String request, String header, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return wire.send(
            head(request, "127.0.0.1", header + "\nContent-Type: application/json\nContent-Length: " + length),
            body
        );
    }

    private static String head(String request, String name, String headers) {
        return request + " HTTP/1.1\nHost: " + name + "\n" + headers.strip();
    }

    private static String redemption(String token) {
        return Json.object()
            .put("token", token)
            .put("action", "send-sms")
            .put("recipient", GATEWAY.value())
            .<ObjectNode>set("parameters", Json.object().put("template", "ready"))
            .toString();
    }

    private static String token(ProgramRegistration program) {
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

    private static ObjectNode json(Wire.Answer answer) {
        return Json.parseObject(answer.body()).orElseThrow();
    }

    private static SendSms sendSms() {
        return new SendSms(
            Map.of(GATEWAY, (phone, _, _) -> {
                SENT.add(phone);
                return RedemptionResult.SENT;
            }),
            List.of(new SmsTemplate("ready", "Your order is ready", Map.of()))
        );
    }

    private static Observer listener() {
        return new Observer() {
            @Override
            public void backendAnswer(HttpExchange answer) {
                OBSERVED.add(answer);
            }
        };
    }

    private static ProgramRegistration program(String id) {
        return new ProgramRegistration(new ProgramId(id), new DeveloperId("acme"), "Acme");
    }

    private static String basic(ProgramCredentials credentials) {
        return basic(credentials.id().value(), credentials.secret());
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
