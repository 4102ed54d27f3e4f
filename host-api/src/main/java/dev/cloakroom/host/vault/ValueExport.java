package dev.cloakroom.host.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cloakroom.host.error.BrokerException;
import java.util.Locale;
import java.util.TreeSet;

/** Everything that the vault has of a user as one object: field → label → value. For the user alone. */
final class ValueExport {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ValueExport() {}

    static ObjectNode of(OwnerView own) {
        var fields = MAPPER.createObjectNode();
        for (var field : Field.values()) {
            var values = values(own, field);
            if (!values.isEmpty()) {
                fields.set(field.name().toLowerCase(Locale.ROOT), values);
            }
        }
        return fields;
    }

    private static ObjectNode values(OwnerView own, Field field) {
        var values = MAPPER.createObjectNode();
        var labels = new TreeSet<>(own.labels(field));
        labels.add("");
        for (var label : labels) {
            own.read(field, label).ifPresent(value -> values.set(label, tree(value.reveal())));
        }
        return values;
    }

    private static JsonNode tree(String value) {
        try {
            return value.startsWith("{") ? MAPPER.readTree(value) : TextNode.valueOf(value);
        } catch (JsonProcessingException e) {
            throw new BrokerException("a value in the vault is damaged");
        }
    }
}
