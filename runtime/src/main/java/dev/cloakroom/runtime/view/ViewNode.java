package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    final Set<ScopedClass> classes = new LinkedHashSet<>();
    final Map<String, Integer> listeners = new LinkedHashMap<>();
    final Set<String> bindings = new LinkedHashSet<>();
    private final int id;
    private final String tag;

    @Nullable
    ViewNode parent;

    /** At least the number of levels below. */
    int height;

    String text = "";
    String style = "";
    Scopes scopes = Scopes.NONE;

    /** A class, and the style scope in which it was given: WXSS of another one does not see it. */
    record ScopedClass(String name, int scope) {}

    /** The style scopes of an element: its own, a further one, and that of its host. */
    record Scopes(int own, int extra, int host) {
        static final Scopes NONE = new Scopes(-1, -1, -1);
    }

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
        return classes.stream().map(ScopedClass::name).collect(Collectors.toUnmodifiableSet());
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
        return nearest(node -> node.tag.equals(wanted)).orElse(null);
    }

    /** The node itself or the nearest one above it with one of those tags. */
    Optional<ViewNode> closest(Set<String> tags) {
        return nearest(node -> tags.contains(node.tag));
    }

    /** All nodes below this one, in the order in which they stand. */
    Stream<ViewNode> below() {
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
    }

    /** An attribute as a number; {@code otherwise} where it is none. */
    double number(String name, double otherwise) {
        JsonNode value = attributes.get(name);
        double number = value == null ? otherwise : value.asDouble(otherwise);
        return Double.isFinite(number) ? number : otherwise;
    }

    /** Whether a user can use it: neither it nor the button that it stands in is disabled. */
    boolean enabled() {
        ViewNode button = closest("button");
        return !flag("disabled") && (button == null || !button.flag("disabled"));
    }

    /** The events that the program listens to here. */
    public Set<String> events() {
        return Set.copyOf(listeners.keySet());
    }

    /** Whether the program listens to that event here. */
    boolean listens(String event) {
        return listeners.containsKey(event);
    }

    /** Whether the program listens to that event here or above. */
    boolean heard(String event) {
        return nearest(node -> node.listens(event)).isPresent();
    }

    private Optional<ViewNode> nearest(Predicate<ViewNode> wanted) {
        for (ViewNode node = this; node != null; node = node.parent) {
            if (wanted.test(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Does an operation that concerns this node alone. */
    void change(Operands op, Room room) throws GuestMisbehaved {
        switch (op.name()) {
            case "A" -> room.put(attributes, op.text(2), op.value(3));
            case "D" -> room.remove(attributes, op.text(2));
            case "d" -> room.put(data, op.text(2), op.value(3));
            case "T" -> setText(room, op.text(2));
            case "st" -> style = room.replace(style, op.text(2));
            case "+" -> room.set(classes, new ScopedClass(op.text(2), op.number(3)), true);
            case "-" -> room.set(classes, new ScopedClass(op.text(2), op.number(3)), false);
            case "cc" -> room.clear(classes);
            case "ss" -> scopes = new Scopes(op.number(2), op.number(3), op.number(4));
            case "l" -> listen(room, op.text(2), op.number(3));
            case "m" -> room.set(bindings, op.text(2), op.flag(3));
            default -> throw new IllegalStateException("`" + op.name() + "` is no operation on one node");
        }
    }

    /** Drops all that it carries and gives the room back. */
    void clear(Room room) throws GuestMisbehaved {
        children.clear();
        room.clear(attributes);
        room.clear(data);
        room.clear(listeners);
        room.clear(classes);
        room.clear(bindings);
        text = room.replace(text, "");
        style = room.replace(style, "");
    }

    private void setText(Room room, String value) throws GuestMisbehaved {
        if (type != Type.TEXT) {
            throw new GuestMisbehaved("a page sets the text of a node that is none");
        }
        text = room.replace(text, value);
    }

    private void listen(Room room, String event, int level) throws GuestMisbehaved {
        if (level > 0) {
            room.put(listeners, event, level);
        } else {
            room.remove(listeners, event);
        }
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
