package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is the one in {@code docs}, is served, and says what is true. */
class OpenApiTest {

    @TempDir
    Path data;

    @Test
    void document_isServedAsItIsInTheDocs() throws IOException {
        try (var fixture = new ApiFixture(data)) {
            var authority = fixture.server.address().getAuthority();
            var answer = new Wire(fixture.server.address()).send(
                "GET /v1/openapi.json HTTP/1.1\nHost: " + authority,
                ""
            );
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("content-type", "application/json");
            assertThat(answer.body()).isEqualTo(Files.readString(Path.of("../docs/openapi.json")));
        }
    }

    /** A path without a route answers 404, one with a route knows its methods. */
    @Test
    void everyPathOfTheDocument_isAnswered() throws IOException {
        try (var fixture = new ApiFixture(data)) {
            for (var path : ApiContract.DOCUMENT.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    var answer = send(fixture, method.getKey().toUpperCase(Locale.ROOT), path.getKey());
                    assertThat(answer.status()).as(path.getKey()).isNotIn(404, 405, 500);
                }
                var answer = send(fixture, "DELETE", path.getKey());
                assertThat(answer.status()).isEqualTo(405);
                ApiContract.check("DELETE", path.getKey(), answer);
            }
        }
    }

    @Test
    void everyRoute_isInTheDocument() {
        assertThat(ApiContract.DOCUMENT.path("paths").properties())
            .extracting(Map.Entry::getKey)
            .containsExactlyInAnyOrder(
                TokenRoutes.PATH,
                SessionRoutes.PATH,
                RedemptionRoutes.PATH,
                IntrospectionRoutes.PATH,
                RevocationRoutes.PATH,
                OrderRoutes.PATH,
                OrderRoutes.ONE,
                OrderRoutes.REFUNDS,
                DeliveryRoutes.PATH,
                OpenApi.PATH
            );
    }

    @Test
    void everyProblem_isInTheDocumentAndInTheDocs() throws IOException {
        var all = Stream.concat(
            Arrays.stream(ErrorCode.values()).map(Problem::of),
            Arrays.stream(HttpProblem.values()).map(HttpProblem::problem)
        )
            .map(Problem::name)
            .collect(Collectors.toSet());
        assertThat(Set.copyOf(ApiContract.problems())).isEqualTo(all);
        var text = Files.readString(Path.of("../docs/http-api.md"));
        assertThat(all).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    /** The contract that the other tests hold answers against can fail. */
    @Test
    void contract_refusesWhatTheDocumentDoesNotSay() {
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        var good = new Wire.Answer(200, headers, "{\"subject\":\"Z4BVZJ9z-rUSG3Q-2PhEcQ\"}");
        ApiContract.check("POST", "/v1/session", good);
        refused(new Wire.Answer(202, headers, good.body()));
        refused(new Wire.Answer(200, Map.of("content-type", "application/json"), good.body()));
        refused(new Wire.Answer(200, Map.of("content-type", "text/html", "cache-control", "no-store"), good.body()));
        refused(new Wire.Answer(200, headers, "{\"subject\":\"Z4BVZJ9z-rUSG3Q-2PhEcQ\",\"phone\":\"1\"}"));
        refused(new Wire.Answer(200, headers, "{\"subject\":\"+8613812345678\"}"));
        var problem = Map.of("content-type", "application/problem+json", "cache-control", "no-store");
        ApiContract.check("POST", "/v1/session", new Wire.Answer(400, problem, problem("invalid-code")));
        refused(new Wire.Answer(400, problem, problem("user-has-no-number")));
    }

    private static String problem(String name) {
        return Json.object()
            .put("type", "https://cloakroom.dev/problems/" + name)
            .put("title", name)
            .put("status", 400)
            .put("detail", "it is not good")
            .toString();
    }

    private static void refused(Wire.Answer answer) {
        assertThatThrownBy(() -> ApiContract.check("POST", "/v1/session", answer)).isInstanceOf(AssertionError.class);
    }

    private static Wire.Answer send(ApiFixture fixture, String method, String path) throws IOException {
        var authority = fixture.server.address().getAuthority();
        var filled = path.replace("{id}", "some-id");
        return new Wire(fixture.server.address()).send(method + " " + filled + " HTTP/1.1\nHost: " + authority, "");
    }
}
