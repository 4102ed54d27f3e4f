package dev.cloakroom.host.merkle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A signed head as a JSON object: {@code size}, {@code root} (64 hexadecimal digits), {@code at} (ISO 8601),
 * {@code key} (its id) and {@code signature} (base64).
 */
public final class HeadJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> MEMBERS = Set.of("size", "root", "at", "key", "signature");

    private HeadJson() {}

    public static ObjectNode of(SignedTreeHead head) {
        return MAPPER.createObjectNode()
            .put("size", head.size())
            .put("root", head.root().hex())
            .put("at", head.head().at().toString())
            .put("key", head.keyId())
            .put("signature", head.signature());
    }

    /** The head in the text, empty when that is not exactly one; its signature is not looked at. */
    public static Optional<SignedTreeHead> parse(String json) {
        try {
            return of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<SignedTreeHead> of(JsonNode node) {
        if (!node.isObject() || node.size() != MEMBERS.size() || !MEMBERS.stream().allMatch(node::has)) {
            return Optional.empty();
        }
        try {
            return node.path("size").canConvertToLong() ? Optional.of(read(node)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SignedTreeHead read(JsonNode node) {
        var head = new TreeHead(
            node.path("size").longValue(),
            new Hash(node.path("root").asText()),
            Instant.parse(node.path("at").asText())
        );
        return new SignedTreeHead(head, node.path("key").asText(), node.path("signature").asText());
    }
}
