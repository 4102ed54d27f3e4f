package dev.cloakroom.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON from and to workers, pages and back ends: all of it hostile, so depth, lengths and size are bounded. */
public final class Json {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER = 200;
    // a small array takes three bytes of text and fifty of memory
    private static final long MAX_TOKENS = 2_000_000;
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    private static final JsonMapper MAPPER = JsonMapper.builder(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxTokenCount(MAX_TOKENS)
                    .build()
            )
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
    )
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new, empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The object that {@code text} is; empty when it is anything else. */
    public static Optional<ObjectNode> parseObject(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            // what the text was is the sender's business: the caller says who sent it
            return Optional.empty();
        }
    }

    /**
     * The value that {@code text} is.
     *
     * @throws IllegalArgumentException when it is no JSON; only for text that the host itself made
     */
    public static JsonNode value(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a text of the host is no JSON", e);
        }
    }

    /** {@code value} as a tree: records, maps and lists become objects and arrays. */
    public static JsonNode tree(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /** {@code node} over several lines, for people; every encoding can write it. */
    public static String pretty(JsonNode node) {
        return HALF_A_CHARACTER.matcher(node.toPrettyString()).replaceAll(half ->
            String.format("\\\\u%04x", (int) half.group().charAt(0))
        );
    }
}
