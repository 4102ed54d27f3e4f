package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/** The body of one endpoint's answers, which grows by what a program misses in it. */
final class MadeUpReply {

    private static final Pattern INDEX = Pattern.compile("\\d+");

    /** A program that looks for ever more is not followed further. */
    private static final int LONGEST = 1 << 18;

    private final Guess guess;
    private JsonNode body;

    MadeUpReply(Guess guess) {
        this.guess = guess;
        this.body = guess.root();
    }

    String body() {
        return body.toString();
    }

    /**
     * Adds what was looked for under {@code path}, where {@code *} stands for every entry of a list.
     *
     * @return whether that changes anything
     */
    boolean miss(List<String> path, String key) {
        String before = body();
        if (before.length() < LONGEST) {
            body = missed(body, path, key, 0);
        }
        return !before.equals(body());
    }

    /** Makes lists of all members of that name. */
    boolean isList(String name) {
        String before = body();
        body = listed(body, name);
        return !before.equals(body());
    }

    private JsonNode missed(JsonNode node, List<String> path, String key, int entry) {
        if (path.isEmpty()) {
            return with(node, key, entry);
        }
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (node instanceof ArrayNode list && step.equals("*")) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, missed(list.get(i), rest, key, i));
            }
        } else if (node instanceof ObjectNode object && object.has(step)) {
            object.set(step, missed(object.get(step), rest, key, entry));
        }
        return node;
    }

    private JsonNode with(JsonNode node, String key, int entry) {
        if (Hints.LIST_METHODS.contains(key) || INDEX.matcher(key).matches()) {
            return node.isArray() ? node : Guess.list();
        }
        if (Uses.ofText(key) || Uses.ofNumber(key)) {
            return Uses.ofText(key) ? Json.tree("text " + (entry + 1)) : Json.tree(entry + 1);
        }
        if (key.equals("length")) {
            return node.isEmpty() ? Guess.list() : node;
        }
        ObjectNode object = node instanceof ObjectNode already ? already : Json.object();
        return object.has(key) ? object : object.set(key, guess.value(key, entry));
    }

    private static JsonNode listed(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            object
                .properties()
                .forEach(member ->
                    member.setValue(
                        member.getKey().equals(name) && !member.getValue().isArray()
                            ? Guess.list()
                            : listed(member.getValue(), name)
                    )
                );
        }
        node.forEach(part -> listed(part, name));
        return node;
    }
}
