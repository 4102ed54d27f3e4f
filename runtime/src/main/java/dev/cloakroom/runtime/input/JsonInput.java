package dev.cloakroom.runtime.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;

/**
 * A JSON text that was read by {@link JsonFiles}; each of its nodes knows its line and column.
 *
 * @param where how error messages call the text
 * @param root its value
 */
public record JsonInput(String where, JsonNode root) {
    /**
     * This text, when it obeys {@code docs/<schema>.schema.json}.
     *
     * @throws BadInput with a line for each violation
     */
    public JsonInput matching(String schema) {
        JsonSchemas.named(schema).check(this);
        return this;
    }

    /** Where a node of this text stands, {@code app.json:4:3}; the member's name if it has one. */
    public String at(JsonNode node) {
        return where + JsonFiles.position(JsonNodes.tokenStreamLocationOf(node));
    }

    /** The refusal of a node of this text. */
    public BadInput bad(JsonNode node, String problem) {
        return new BadInput(at(node), problem);
    }
}
