package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element, a text or a fragment of a page. Only its {@link ViewTree} changes it. */
public final class ViewNode implements QueryNode {

    /** What kinds of node there are. */
    public enum Type {
        ROOT,
        ELEMENT,
        FRAGMENT,
        TEXT,
    }

    final Type type;
    final List<ViewNode> children = new ArrayList<>();
    final Map<String, JsonNode> attributes = new LinkedHashMap<>();
    final Map<String, JsonNode> data = new LinkedHashMap<>();
    final Map<String, Integer> classes = new LinkedHashMap<>();
    final Set<String> listeners = new LinkedHashSet<>();
    private final int id;
    private final String tag;

    @Nullable
    ViewNode parent;

    /** At least the number of levels below. */
    int height;

    String text = "";
    String style = "";

    ViewNode(int id, Type type, String tag) {
        this.id = id;
        this.type = type;
        this.tag = tag;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<ViewNode> children() {
        return List.copyOf(children);
    }

    @Override
    public Set<String> classes() {
        return Set.copyOf(classes.keySet());
    }

    /** The attribute as text, when it is there: a JSON value that is no string stands as JSON. */
    public @Nullable String attribute(String name) {
        JsonNode value = attributes.get(name);
        return value == null || value.isNull() ? null : text(value);
    }

    /** All attributes as text, {@code style} and {@code data-} ones included. */
    @Override
    public Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        attributes.forEach((name, value) -> put(all, name, value));
        data.forEach((name, value) -> put(all, "data-" + name, value));
        if (!style.isEmpty()) {
            all.put("style", style);
        }
        return all;
    }

    /** Whether a flag such as {@code disabled} is set: {@code false} and absence are no. */
    public boolean flag(String name) {
        String value = attribute(name);
        return value != null && !value.equals("false");
    }

    /** The node itself or the nearest one above it with that tag. */
    public @Nullable ViewNode closest(String wanted) {
        for (ViewNode node = this; node != null; node = node.parent) {
            if (node.tag.equals(wanted)) {
                return node;
            }
        }
        return null;
    }

    private static void put(Map<String, String> all, String name, JsonNode value) {
        if (!value.isNull()) {
            all.put(name, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Whether the page shows it, that is, whether the page's root is above it. */
    boolean attached() {
        ViewNode node = this;
        while (node.parent != null) {
            node = node.parent;
        }
        return node.type == Type.ROOT;
    }
}
