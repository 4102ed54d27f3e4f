package dev.cloakroom.runtime.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of {@code docs/}, packed as resources. A reference to anything else is never fetched. */
final class JsonSchemas {

    private static final String FOLDER = "classpath:dev/cloakroom/runtime/schema/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaLoader(loader -> loader.fetchRemoteResources(false).allow(JsonSchemas::ours))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().errorMessageKeyword("errorMessage").build())
    );
    private static final Map<String, JsonSchemas> LOADED = new ConcurrentHashMap<>();

    private final Schema schema;

    private JsonSchemas(String name) {
        this.schema = REGISTRY.getSchema(SchemaLocation.of(FOLDER + name + ".schema.json"));
    }

    /** The schema {@code docs/<name>.schema.json}. */
    static JsonSchemas named(String name) {
        return LOADED.computeIfAbsent(name, JsonSchemas::new);
    }

    void check(JsonInput input) {
        List<BadInput> problems = schema
            .validate(input.root())
            .stream()
            .map(violation -> new BadInput(input.at(place(violation)), wording(violation)))
            .toList();
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    private static boolean ours(AbsoluteIri iri) {
        return iri.toString().startsWith(FOLDER);
    }

    private String wording(Error violation) {
        return Violation.wording(violation, schema.getSchemaNode());
    }

    private static JsonNode place(Error violation) {
        JsonNode node = violation.getInstanceNode();
        String name = violation.getProperty();
        return name != null && node.has(name) ? node.get(name) : node;
    }
}
