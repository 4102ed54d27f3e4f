package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered at which name, path and method. */
class HostAddressTest extends ServedApi {

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
}
