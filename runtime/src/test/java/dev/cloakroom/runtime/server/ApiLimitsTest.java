package dev.cloakroom.runtime.server;

import static dev.cloakroom.runtime.server.ApiFixture.SHOP;
import static dev.cloakroom.runtime.server.BackEnd.FORM;
import static dev.cloakroom.runtime.server.BackEnd.JSON;
import static dev.cloakroom.runtime.server.BackEnd.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Rate;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may use up, and what they are told beyond it. */
class ApiLimitsTest {

    private static final double NEVER = 1e-9;

    @TempDir
    Path data;

    @Test
    void addressThatFailsTooOften_isNotLookedAtForAWhile() throws IOException {
        try (var fixture = open(ApiFixture.PATIENT.withFailures(NEVER, 3))) {
            var shop = fixture.backEnd(SHOP);
            var access = shop.accessToken();
            for (int i = 0; i < 3; i++) {
                assertThat(shop.send("/v1/introspect", "X: y", FORM, form("x")).status()).isEqualTo(401);
            }
            assertTooMany(shop.send("/v1/introspect", "X: y", FORM, form("x")));
            assertTooMany(shop.post(access, "/v1/introspect", FORM, form("x")));
            assertTooMany(shop.askForToken(shop.assertion(), shop.proof("/v1/token", BackEnd.same())));
        }
    }

    @Test
    void programThatCallsTooOften_waits() throws IOException {
        try (var fixture = open(ApiFixture.PATIENT.withCalls(NEVER, 2))) {
            var shop = fixture.backEnd(SHOP);
            var other = fixture.backEnd(ApiFixture.OTHER);
            assertThat(shop.post("/v1/introspect", FORM, form("x")).status()).isEqualTo(200);
            assertThat(shop.post("/v1/introspect", FORM, form("x")).status()).isEqualTo(200);
            assertTooMany(shop.post("/v1/introspect", FORM, form("x")));
            assertThat(other.post("/v1/introspect", FORM, form("x")).status()).isEqualTo(200);
        }
    }

    @Test
    void strangersWhoClaimToBeAProgram_doNotUseUpItsCalls() throws IOException {
        try (var fixture = open(ApiFixture.PATIENT.withCalls(NEVER, 1))) {
            var shop = fixture.backEnd(SHOP);
            var guess = Base64.getEncoder().encodeToString(
                (SHOP.id().value() + ":guess").getBytes(StandardCharsets.US_ASCII)
            );
            for (int i = 0; i < 10; i++) {
                shop.send("/v1/introspect", "Authorization: Basic " + guess, FORM, form("x"));
            }
            assertThat(shop.post("/v1/introspect", FORM, form("x")).status()).isEqualTo(200);
        }
    }

    @Test
    void failures_areCountedByAddressAndSubscriber() {
        var now = new AtomicLong();
        var rates = new ApiRates(ApiLimits.DEFAULT.withFailures(1, 1), now::get);
        rates.failed("192.0.2.1");
        assertThat(rates.admits("192.0.2.1")).isFalse();
        assertThat(rates.admits("192.0.2.2")).isTrue();
        rates.failed("2001:db8:1:2::1");
        assertThat(rates.admits("2001:db8:1:2:ffff::9")).as("of the same subscriber").isFalse();
        assertThat(rates.admits("2001:db8:1:3::1")).isTrue();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(rates.admits("192.0.2.1")).as("a second later").isTrue();
    }

    @Test
    void rates_areKeptForTheMostRecentTenThousand() {
        var rates = new Rates<Integer>(() -> new Rate(NEVER, 1, () -> 0));
        assertThat(rates.of(0).allows(1)).isTrue();
        for (int i = 1; i < 50_000; i++) {
            assertThat(rates.of(i).allows(1)).isTrue();
            assertThat(rates.of(0).allows(1)).as("one that is in use is not forgotten").isFalse();
        }
        assertThat(rates.size()).isEqualTo(10_000);
    }

    @Test
    void bodyThatComesTooSlowly_isRefused() throws IOException {
        try (var fixture = open(ApiFixture.PATIENT.withSlowness(Duration.ofMillis(400), 200))) {
            var shop = fixture.backEnd(SHOP);
            var access = shop.accessToken();
            var headers =
                BackEnd.authorization(access) + "\nDPoP: " + shop.proof("/v1/introspect", BackEnd.hash(access));
            var head =
                "POST /v1/introspect HTTP/1.1\nHost: " +
                shop.api().getAuthority() +
                "\nContent-Type: " +
                FORM +
                "\nContent-Length: 1000\n" +
                headers;
            var silent = new Wire(shop.api()).send(head, "token=x");
            ApiContract.check("POST", "/v1/introspect", silent);
            assertThat(silent.status()).isEqualTo(408);
        }
    }

    /** Never silent for long, and never done. */
    @Test
    void bodyThatTrickles_isNotReadToItsEnd() throws Exception {
        try (var fixture = open(ApiFixture.PATIENT.withSlowness(Duration.ofSeconds(15), 10_000))) {
            var shop = fixture.backEnd(SHOP);
            var access = shop.accessToken();
            var head =
                "POST /v1/introspect HTTP/1.1\r\nHost: " +
                shop.api().getAuthority() +
                "\r\nContent-Type: " +
                FORM +
                "\r\nContent-Length: 10000\r\nDPoP: " +
                shop.proof("/v1/introspect", BackEnd.hash(access)) +
                "\r\n" +
                BackEnd.authorization(access) +
                "\r\n\r\n";
            try (var socket = new Socket(shop.api().getHost(), shop.api().getPort())) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                var trickle = Thread.ofVirtual().start(() -> trickle(socket));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 408 ");
                trickle.interrupt();
            }
        }
    }

    private static void trickle(Socket socket) {
        try {
            for (int i = 0; i < 10_000; i++) {
                socket.getOutputStream().write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // the server has closed the connection, as it should
        }
    }

    @Test
    void headersThatAreTooLong_areAProblem() throws IOException {
        try (var fixture = open(ApiFixture.PATIENT)) {
            var shop = fixture.backEnd(SHOP);
            var answer = shop.send("/v1/introspect", "DPoP: " + "x".repeat(20_000), FORM, form("x"));
            assertThat(answer.status()).isEqualTo(431);
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "text/plain",
            "application/json",
            "application/x-www-form-urlencoded; charset=gbk",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded, application/json",
            " ",
        }
    )
    void contentOfAnotherType_isRefused(String type) throws IOException {
        try (var fixture = open(ApiFixture.PATIENT)) {
            assertThat(fixture.backEnd(SHOP).post("/v1/introspect", type, form("x")).status()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parameters\":[]}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parameters\":null}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parameters\":\"a\"}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parameters\":{\"a\":1}}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parameters\":{\"a\":\"b\",\"a\":\"c\"}}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":\"sms-gateway\",\"parametres\":{}}",
            "{\"token\":\"t\",\"action\":\"send-sms\",\"recipient\":null}",
        }
    )
    void redemptionThatIsNotToTheLetter_isRefused(String body) throws IOException {
        try (var fixture = open(ApiFixture.PATIENT)) {
            var answer = fixture.backEnd(SHOP).post("/v1/redeem", JSON, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.parseObject(answer.body()).orElseThrow().path("type").asText()).endsWith(
                "/invalid-request"
            );
        }
    }

    private ApiFixture open(ApiLimits limits) {
        return new ApiFixture(data, Listening.onLoopback(0), limits, UnaryOperator.identity());
    }

    private static void assertTooMany(Wire.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("retry-after", "1");
    }
}
