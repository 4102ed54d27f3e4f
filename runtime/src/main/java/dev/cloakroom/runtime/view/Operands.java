package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.List;
import java.util.Map;

/**
 * One page operation of {@code docs/protocol.md} whose operands are checked and complete: there is nothing
 * in the array that the table below does not name.
 */
record Operands(ArrayNode array) {
    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4 << 20;

    private enum Type {
        ID,
        COUNT,
        SCOPE,
        NAME,
        TEXT,
        VALUE,
        FLAG,
    }

    private static final Map<String, List<Type>> OPERATIONS = Map.ofEntries(
        Map.entry("c", List.of(Type.ID, Type.NAME, Type.TEXT)),
        Map.entry("a", List.of(Type.ID, Type.ID)),
        Map.entry("b", List.of(Type.ID, Type.ID, Type.ID)),
        Map.entry("r", List.of(Type.ID, Type.ID)),
        Map.entry("x", List.of(Type.ID, Type.ID, Type.ID)),
        Map.entry("sb", List.of(Type.ID, Type.ID, Type.COUNT, Type.ID)),
        Map.entry("sr", List.of(Type.ID, Type.ID, Type.COUNT)),
        Map.entry("z", List.of(Type.ID)),
        Map.entry("A", List.of(Type.ID, Type.NAME, Type.VALUE)),
        Map.entry("D", List.of(Type.ID, Type.NAME)),
        Map.entry("d", List.of(Type.ID, Type.TEXT, Type.VALUE)),
        Map.entry("T", List.of(Type.ID, Type.TEXT)),
        Map.entry("st", List.of(Type.ID, Type.TEXT)),
        Map.entry("+", List.of(Type.ID, Type.TEXT, Type.SCOPE)),
        Map.entry("-", List.of(Type.ID, Type.TEXT, Type.SCOPE)),
        Map.entry("cc", List.of(Type.ID)),
        Map.entry("ss", List.of(Type.ID, Type.SCOPE, Type.SCOPE, Type.SCOPE)),
        Map.entry("css", List.of(Type.TEXT, Type.SCOPE, Type.TEXT)),
        Map.entry("l", List.of(Type.ID, Type.NAME, Type.COUNT)),
        Map.entry("m", List.of(Type.ID, Type.NAME, Type.FLAG))
    );

    /** The operation that {@code given} is. */
    static Operands of(JsonNode given) throws GuestMisbehaved {
        if (!(given instanceof ArrayNode) || !given.path(0).isTextual()) {
            throw new GuestMisbehaved("an operation on a page is no array with a name");
        }
        String name = given.get(0).textValue();
        List<Type> types = OPERATIONS.get(name);
        if (types == null) {
            throw new GuestMisbehaved("there is no page operation `" + name + "`");
        }
        ArrayNode checked = Json.array().add(name);
        for (int at = 1; at <= types.size(); at++) {
            checked.add(checked(types.get(at - 1), given.path(at), name));
        }
        return new Operands(checked);
    }

    String name() {
        return array.get(0).textValue();
    }

    /** An id, a count or a scope. */
    int number(int at) {
        return array.get(at).intValue();
    }

    String text(int at) {
        return array.get(at).textValue();
    }

    JsonNode value(int at) {
        return array.get(at);
    }

    boolean flag(int at) {
        return array.get(at).booleanValue();
    }

    private static JsonNode checked(Type type, JsonNode value, String operation) throws GuestMisbehaved {
        return switch (type) {
            case ID -> fit(value.canConvertToInt() && value.asInt() > 0, value, operation, "a node's id");
            case COUNT -> fit(value.canConvertToInt() && value.asInt() >= 0, value, operation, "a count");
            case SCOPE -> Json.tree(value.asInt(-1));
            case NAME -> fit(isText(value, MAX_NAME) && !value.textValue().isEmpty(), value, operation, "a name");
            case TEXT -> fit(isText(value, MAX_TEXT), value, operation, "a text");
            case VALUE -> value.isMissingNode() ? Json.tree(null) : value;
            case FLAG -> Json.tree(value.asBoolean());
        };
    }

    private static boolean isText(JsonNode value, int maxLength) {
        return value.isTextual() && value.textValue().length() <= maxLength;
    }

    private static JsonNode fit(boolean fits, JsonNode value, String operation, String wanted) throws GuestMisbehaved {
        if (!fits) {
            throw new GuestMisbehaved("an operand of page operation `" + operation + "` is not " + wanted);
        }
        return value;
    }
}
