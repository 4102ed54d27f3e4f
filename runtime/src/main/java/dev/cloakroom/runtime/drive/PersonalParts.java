package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts of a value that tell of a person, each to be searched for by itself. */
final class PersonalParts {

    /** What is told on purpose, is the same for very many, or stands in many a text by chance. */
    private static final Set<String> TELLING_NOTHING = Set.of(
        "timestamp",
        "at",
        "currency",
        "provider",
        "type",
        "gender"
    );

    private PersonalParts() {}

    /** Such as {@code invoice_title.title}. */
    static Map<String, String> of(Field field, String value) {
        Map<String, String> parts = new LinkedHashMap<>();
        String name = field.name().toLowerCase(Locale.ROOT);
        Json.parseObject(value).ifPresentOrElse(
            structured ->
                structured.properties().forEach(part -> add(parts, name + "." + part.getKey(), part.getValue())),
            () -> put(parts, name, value)
        );
        return parts;
    }

    private static void add(Map<String, String> parts, String name, JsonNode value) {
        if (value.isContainerNode()) {
            int count = 0;
            for (var part : value) {
                count++;
                addAll(parts, name + "." + count, part);
            }
        } else {
            put(parts, name, value.asText());
        }
    }

    private static void addAll(Map<String, String> parts, String name, JsonNode entry) {
        entry.properties().forEach(part -> add(parts, name + "." + part.getKey(), part.getValue()));
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (!TELLING_NOTHING.contains(name.substring(name.lastIndexOf('.') + 1))) {
            parts.put(name, value);
        }
    }
}
