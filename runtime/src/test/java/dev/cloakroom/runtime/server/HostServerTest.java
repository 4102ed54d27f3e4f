package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API as back ends and strangers meet it. */
class HostServerTest extends ServedApi {

    private static final int TOO_LARGE = (64 << 10) + 1;

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
}
