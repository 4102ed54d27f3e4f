package dev.cloakroom.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages as a host would know them from a session's frames. */
final class TestTree {

    static final class Node {

        final Map<String, JsonNode> attributes = new HashMap<>();
        final Map<String, JsonNode> data = new HashMap<>();
        final Map<String, Integer> listeners = new HashMap<>();
        final List<Node> children = new ArrayList<>();
        final String kind;
        String text;

        @Nullable
        Node parent;

        Node(String kind, String text) {
            this.kind = kind;
            this.text = text;
        }

        String content() {
            String below = children.stream().map(Node::content).collect(Collectors.joining());
            return kind.equals("t") ? text : below;
        }
    }

    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Integer, Map<String, String>> styles = new HashMap<>();
    private final Map<Integer, List<Integer>> nodesOfPages = new HashMap<>();
    private int page;

    int page() {
        return page;
    }

    /** The number of the node with this {@code id} on the page that is shown. */
    int byId(String id) {
        return nodesOfPages
            .getOrDefault(page, List.of())
            .stream()
            .filter(nodes::containsKey)
            .filter(n -> id.equals(attribute(n, "id")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no node with id " + id));
    }

    /** The innermost element below the node with this {@code id}, where a finger would touch it. */
    int innermost(String id) {
        Node node = node(id);
        while (!node.children.isEmpty() && !node.children.getFirst().kind.equals("t")) {
            node = node.children.getFirst();
        }
        return numberOf(node);
    }

    private int numberOf(Node node) {
        return nodes
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() == node)
            .findFirst()
            .orElseThrow()
            .getKey();
    }

    boolean has(String id) {
        return nodesOfPages
            .getOrDefault(page, List.of())
            .stream()
            .anyMatch(n -> nodes.containsKey(n) && id.equals(attribute(n, "id")));
    }

    Node node(String id) {
        return get(byId(id));
    }

    String text(String id) {
        return node(id).content();
    }

    Map<String, String> styles() {
        return styles.getOrDefault(page, Map.of());
    }

    void apply(Frame frame) {
        JsonNode json = TestWorker.read(frame);
        if (frame.kind() == Kind.PAGE && !json.path("op").asText().equals("close")) {
            page = json.path("page").asInt();
        } else if (frame.kind() == Kind.OPS) {
            json.path("ops").forEach(op -> apply(json.path("page").asInt(), op));
        }
    }

    private void apply(int of, JsonNode op) {
        switch (op.get(0).asText()) {
            case "css" -> styles.computeIfAbsent(of, p -> new HashMap<>()).put(op.get(1).asText(), op.get(3).asText());
            case "c" -> create(of, op);
            default -> change(op, get(op.get(1).asInt()));
        }
    }

    private void create(int of, JsonNode op) {
        nodes.put(op.get(1).asInt(), new Node(op.get(2).asText(), op.get(3).asText()));
        nodesOfPages.computeIfAbsent(of, p -> new ArrayList<>()).add(op.get(1).asInt());
    }

    private void change(JsonNode op, Node node) {
        switch (op.get(0).asText()) {
            case "a" -> insert(node, get(op.get(2).asInt()), node.children.size());
            case "b" -> insert(node, get(op.get(2).asInt()), node.children.indexOf(get(op.get(3).asInt())));
            case "r" -> node.children.remove(get(op.get(2).asInt()));
            case "x" -> splice(node, get(op.get(3).asInt()), 1, get(op.get(2).asInt()));
            case "sb" -> splice(node, get(op.get(2).asInt()), op.get(3).asInt(), get(op.get(4).asInt()));
            case "sr" -> splice(node, get(op.get(2).asInt()), op.get(3).asInt(), null);
            case "z" -> nodes.remove(op.get(1).asInt());
            case "A" -> node.attributes.put(op.get(2).asText(), op.get(3));
            case "D" -> node.attributes.remove(op.get(2).asText());
            case "d" -> node.data.put(op.get(2).asText(), op.get(3));
            case "T" -> node.text = op.get(2).asText();
            case "l" -> node.listeners.put(op.get(2).asText(), op.get(3).asInt());
            case "st", "+", "-", "cc", "ss", "m" -> {
            }
            default -> throw new AssertionError("unknown operation " + op);
        }
    }

    private static void splice(Node parent, Node before, int count, @Nullable Node child) {
        int at = parent.children.indexOf(before);
        parent.children.subList(at, at + count).clear();
        if (child != null) {
            insert(parent, child, at);
        }
    }

    private static void insert(Node parent, Node child, int at) {
        List<Node> added = child.kind.equals("f") ? List.copyOf(child.children) : List.of(child);
        parent.children.addAll(at, added);
        if (child.kind.equals("f")) {
            child.children.clear();
        }
    }

    private @Nullable String attribute(int id, String name) {
        JsonNode value = get(id).attributes.get(name);
        return value == null ? null : value.asText();
    }

    private Node get(int id) {
        return Objects.requireNonNull(nodes.get(id), () -> "no node " + id);
    }
}
