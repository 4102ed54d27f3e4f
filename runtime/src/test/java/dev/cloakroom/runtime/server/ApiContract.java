package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cloakroom.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The OpenAPI document, held against what the server really answers. */
final class ApiContract {

    static final ObjectNode DOCUMENT = Json.parseObject(
        new String(OpenApi.read(), StandardCharsets.UTF_8)
    ).orElseThrow();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false))
    );

    private ApiContract() {}

    /** Fails when the document does not promise this answer to a request of that path. */
    static void check(String method, String path, Wire.Answer answer) {
        var operation = DOCUMENT.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        var response = operation.isMissingNode()
            ? component("responses", answer.status() == 405 ? "MethodNotAllowed" : "NotFound")
            : resolved(operation.path("responses").path(String.valueOf(answer.status())));
        assertThat(response.isMissingNode()).as("%s %s may answer %d", method, path, answer.status()).isFalse();
        checkHeaders(response, answer);
        checkBody(response, answer);
        checkProblem(response, answer);
    }

    private static void checkHeaders(JsonNode response, Wire.Answer answer) {
        for (var header : response.path("headers").properties()) {
            var given = answer.headers().get(header.getKey().toLowerCase(Locale.ROOT));
            assertThat(given).as("the header %s", header.getKey()).isNotNull();
            var schema = resolved(header.getValue()).path("schema");
            assertThat(faults(schema, Json.tree(given)))
                .as("the header %s", header.getKey())
                .isEmpty();
        }
    }

    private static void checkBody(JsonNode response, Wire.Answer answer) {
        var content = response.path("content").path(answer.headers().getOrDefault("content-type", "none"));
        assertThat(content.isMissingNode()).as("a content type of the document: %s", answer.headers()).isFalse();
        var body = Json.parseObject(answer.body()).orElseThrow();
        assertThat(faults(content.path("schema"), body))
            .as(answer.body())
            .isEmpty();
    }

    private static void checkProblem(JsonNode response, Wire.Answer answer) {
        var type = Json.parseObject(answer.body()).orElseThrow().path("type").asText();
        if (!type.isEmpty()) {
            assertThat(texts(response.path("x-problem-types"))).contains(type.substring(type.lastIndexOf('/') + 1));
        }
    }

    /** What is wrong with a value by a schema of the document; empty when nothing is. */
    static List<String> faults(JsonNode schema, JsonNode value) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", DOCUMENT.path("components"));
        var faults = new ArrayList<String>();
        SCHEMAS.getSchema(whole)
            .validate(value)
            .forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    /** Every problem that some answer of the document may have. */
    static List<String> problems() {
        return DOCUMENT.findValues("x-problem-types")
            .stream()
            .map(ApiContract::texts)
            .flatMap(List::stream)
            .distinct()
            .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return Optional.ofNullable(node.get("$ref"))
            .map(ref -> DOCUMENT.at(ref.asText().substring(1)))
            .orElse(node);
    }

    private static JsonNode component(String kind, String name) {
        return DOCUMENT.path("components").path(kind).path(name);
    }
}
