package dev.cloakroom.runtime.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Words a violation of a schema for the author of the file. */
final class Violation {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][\\w$-]*");
    private static final Set<String> ABOUT_A_MEMBER = Set.of(
        "required",
        "dependentRequired",
        "additionalProperties",
        "unevaluatedProperties"
    );
    private static final Map<String, String> TYPES = Map.of(
        "string",
        "a text",
        "object",
        "an object",
        "array",
        "a list",
        "boolean",
        "true or false",
        "integer",
        "a whole number",
        "number",
        "a number",
        "null",
        "null"
    );

    private Violation() {}

    /**
     * One line without the place.
     *
     * @param root the schema document, to look up which names are known where one is not
     */
    static String wording(Error violation, JsonNode root) {
        return subject(violation) + " " + predicate(violation, root);
    }

    private static String subject(Error violation) {
        String path = path(violation.getInstanceLocation());
        if (ABOUT_A_MEMBER.contains(violation.getKeyword())) {
            path = path + member(violation.getProperty(), path.isEmpty());
        }
        return path.isEmpty() ? "the whole" : "`" + path + "`";
    }

    private static String predicate(Error violation, JsonNode root) {
        if (violation.isCustomMessage()) {
            return violation.getMessage();
        }
        return switch (violation.getKeyword()) {
            case "required", "dependentRequired" -> "is missing";
            case "additionalProperties", "unevaluatedProperties" -> "is not known here" + known(violation, root);
            case "type" -> "must be " + types(violation.getSchemaNode());
            case "enum" -> "must be one of " + quoted(violation.getSchemaNode());
            case "const" -> "must be `" + violation.getSchemaNode().asText() + "`";
            case "minItems", "minLength", "minProperties" -> atLeast(violation);
            default -> unprefixed(violation.getMessage());
        };
    }

    private static String atLeast(Error violation) {
        return violation.getSchemaNode().asInt() == 1 ? "must not be empty" : unprefixed(violation.getMessage());
    }

    /** The library begins its messages with a JSON pointer; ours begin with the path. */
    private static String unprefixed(String message) {
        return message.startsWith("/") ? message.substring(message.indexOf(": ") + 2) : message;
    }

    private static String known(Error violation, JsonNode root) {
        JsonNode names = root.at(parent(violation)).path("properties");
        return names.isEmpty() ? "" : ", known are " + quotedNames(names);
    }

    private static JsonPointer parent(Error violation) {
        return JsonPointer.compile(violation.getSchemaLocation().getFragment().getParent().toString());
    }

    private static String types(JsonNode type) {
        Iterable<JsonNode> all = type.isArray() ? type : Set.of(type);
        return StreamSupport.stream(all.spliterator(), false)
            .map(name -> TYPES.getOrDefault(name.asText(), name.asText()))
            .collect(Collectors.joining(" or "));
    }

    private static String quoted(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
            .map(value -> "`" + value.asText() + "`")
            .collect(Collectors.joining(", "));
    }

    private static String quotedNames(JsonNode object) {
        return object
            .properties()
            .stream()
            .map(e -> "`" + e.getKey() + "`")
            .collect(Collectors.joining(", "));
    }

    private static String path(NodePath location) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            path.append(element instanceof Integer n ? "[" + n + "]" : member(element.toString(), path.isEmpty()));
        }
        return path.toString();
    }

    private static String member(String name, boolean first) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return first ? name : "." + name;
        }
        return "[\"" + name + "\"]";
    }
}
