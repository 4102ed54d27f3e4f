package dev.cloakroom.runtime.leak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A string, a number or a line of a log.
 *
 * @param path its JSON pointer, or {@code name:offset}
 * @param container the pointer of the object or array that it is in
 * @param column its pointer with a star for each index of an array
 * @param offset where {@code text} begins in the source
 */
record Leaf(String path, String container, String column, String text, int offset) {
    /**
     * The leaves of {@code tree} in order.
     *
     * @param keys what a key is called in a pointer, as a key may itself be what must not be said
     */
    static List<Leaf> of(JsonNode tree, UnaryOperator<String> keys) {
        List<Leaf> leaves = new ArrayList<>();
        walk(tree, "", "", "", keys, leaves);
        return leaves;
    }

    private static void walk(
        JsonNode node,
        String path,
        String container,
        String column,
        UnaryOperator<String> keys,
        List<Leaf> leaves
    ) {
        switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> entry : object.properties()) {
                    String key = "/" + keys.apply(entry.getKey());
                    walk(entry.getValue(), path + key, path, column + key, keys, leaves);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    walk(array.get(i), path + "/" + i, path, column + "/*", keys, leaves);
                }
            }
            default -> leaves.add(new Leaf(path, container, column, text(node), 0));
        }
    }

    private static String text(JsonNode scalar) {
        String text = scalar.asText();
        boolean exponent = scalar.isNumber() && text.indexOf('E') >= 0;
        return exponent ? text + " " + scalar.decimalValue().toPlainString() : text;
    }

    /** The lines of {@code text}. */
    static List<Leaf> lines(String name, String text) {
        List<Leaf> lines = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            lines.add(new Leaf(name + ":" + start, name, name, text.substring(start, end), start));
            start = end + 1;
        }
        return lines;
    }
}
