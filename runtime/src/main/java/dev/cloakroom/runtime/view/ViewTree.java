package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's own copy of a page, built from the operations of {@code docs/protocol.md}. From it, and
 * not from what the page or the program says, the host decides what a tap means.
 */
public final class ViewTree {

    private static final int MAX_DEPTH = 500;

    private final Map<Integer, ViewNode> nodes = new HashMap<>();
    private final Map<String, String> styles = new LinkedHashMap<>();
    private final int maxNodes;
    private final Room room = new Room();

    @Nullable
    private ViewNode root;

    private int lastId;

    ViewTree(int maxNodes) {
        this.maxNodes = maxNodes;
    }

    /** The page's root, once the program has made it. */
    public Optional<ViewNode> root() {
        return Optional.ofNullable(root);
    }

    /** The node with that id, if the page shows it. */
    public Optional<ViewNode> shown(int id) {
        return Optional.ofNullable(nodes.get(id)).filter(ViewNode::attached);
    }

    /** The page's style sheets: path and WXSS. */
    public Map<String, String> styles() {
        return Map.copyOf(styles);
    }

    /** @throws GuestMisbehaved when an operation makes no sense on this tree */
    void apply(JsonNode ops) throws GuestMisbehaved {
        for (JsonNode op : ops) {
            if (!(op instanceof ArrayNode array) || !array.path(0).isTextual()) {
                throw new GuestMisbehaved("an operation on a page is no array with a name");
            }
            apply(array.get(0).textValue(), new Operands(array));
        }
    }

    private void apply(String name, Operands op) throws GuestMisbehaved {
        switch (name) {
            case "c" -> create(op);
            case "a" -> attach(node(op.id(1)), node(op.id(2)), null, 0);
            case "b" -> attach(node(op.id(1)), node(op.id(2)), node(op.id(3)), 0);
            case "x" -> attach(node(op.id(1)), node(op.id(2)), node(op.id(3)), 1);
            case "sb" -> attach(node(op.id(1)), node(op.id(4)), node(op.id(2)), op.count(3));
            case "r" -> cut(node(op.id(1)), node(op.id(2)), 1);
            case "sr" -> cut(node(op.id(1)), node(op.id(2)), op.count(3));
            case "z" -> release(node(op.id(1)));
            case "css" -> room.put(styles, op.text(1), op.text(3));
            default -> change(name, node(op.id(1)), op);
        }
    }

    private void change(String name, ViewNode node, Operands op) throws GuestMisbehaved {
        switch (name) {
            case "A" -> {
                if (ViewAllowList.allowsAttribute(op.name(2))) {
                    room.put(node.attributes, op.name(2), op.value(3));
                }
            }
            case "D" -> room.remove(node.attributes, op.name(2));
            case "d" -> room.put(node.data, op.text(2), op.value(3));
            case "T" -> node.text = room.replace(node.text, op.text(2));
            case "st" -> node.style = room.replace(node.style, op.text(2));
            case "+" -> room.put(node.classes, op.text(2), op.scope(3));
            case "-" -> room.remove(node.classes, op.text(2));
            case "cc" -> room.clear(node.classes);
            case "l" -> listen(node, op.name(2), op.count(3) > 0);
            case "m", "ss", "sp" -> {
                // two-way bindings and scopes matter to the worker and to the page, not to this tree
            }
            default -> throw new GuestMisbehaved("there is no page operation `" + name + "`");
        }
    }

    private void listen(ViewNode node, String event, boolean on) throws GuestMisbehaved {
        if (on && node.listeners.add(event)) {
            room.replace("", event);
        } else if (!on && node.listeners.remove(event)) {
            room.replace(event, "");
        }
    }

    // out of the tree too: what has no number any more must not go on taking room in it
    private void release(ViewNode node) throws GuestMisbehaved {
        detach(node);
        node.children.forEach(child -> child.parent = null);
        node.children.clear();
        nodes.remove(node.id());
        room.clear(node.attributes);
        room.clear(node.data);
        room.clear(node.classes);
        for (String event : node.listeners) {
            room.replace(event, "");
        }
        node.text = room.replace(node.text, "");
        node.style = room.replace(node.style, "");
    }

    private void create(Operands op) throws GuestMisbehaved {
        int id = op.id(1);
        if (id <= lastId) {
            throw new GuestMisbehaved("a page node takes an id that was used before");
        }
        if (nodes.size() >= maxNodes) {
            throw new GuestMisbehaved("a page has more than " + maxNodes + " nodes");
        }
        lastId = id;
        ViewNode node = switch (op.text(2)) {
            case "root" -> new ViewNode(id, ViewNode.Type.ROOT, "page");
            case "e" -> new ViewNode(id, ViewNode.Type.ELEMENT, ViewAllowList.tag(op.name(3)));
            case "f" -> new ViewNode(id, ViewNode.Type.FRAGMENT, "");
            case "t" -> new ViewNode(id, ViewNode.Type.TEXT, "");
            default -> throw new GuestMisbehaved("a page node of an unknown kind");
        };
        if (node.type == ViewNode.Type.TEXT) {
            node.text = room.replace("", op.text(3));
        }
        if (node.type == ViewNode.Type.ROOT) {
            plant(node);
        }
        nodes.put(id, node);
    }

    // what hangs on a second root would count as shown, and nobody would see it
    private void plant(ViewNode node) throws GuestMisbehaved {
        if (root != null) {
            throw new GuestMisbehaved("a page has more than one root");
        }
        root = node;
    }

    // puts the child (or a fragment's children) before a sibling, and takes `replaced` nodes away from there on
    private static void attach(ViewNode parent, ViewNode child, @Nullable ViewNode before, int replaced)
        throws GuestMisbehaved {
        checkDepth(parent, child);
        List<ViewNode> moved = child.type == ViewNode.Type.FRAGMENT ? child.children() : List.of(child);
        moved.forEach(ViewTree::detach);
        int at = before == null ? parent.children.size() : indexIn(parent, before);
        if (before != null) {
            cut(parent, before, replaced);
        }
        parent.children.addAll(at, moved);
        moved.forEach(node -> node.parent = parent);
    }

    // whoever walks the tree may recurse: heights only grow, so that the check costs one way to the root
    private static void checkDepth(ViewNode parent, ViewNode child) throws GuestMisbehaved {
        int height = child.height;
        for (ViewNode above = parent; above != null; above = above.parent) {
            if (above == child) {
                throw new GuestMisbehaved("a page node is put into itself");
            }
            above.height = Math.max(above.height, ++height);
            if (height > MAX_DEPTH) {
                throw new GuestMisbehaved("a page is nested more than " + MAX_DEPTH + " deep");
            }
        }
    }

    private static void cut(ViewNode parent, ViewNode first, int count) throws GuestMisbehaved {
        int from = indexIn(parent, first);
        int to = from + Math.min(parent.children.size() - from, count);
        List<ViewNode> gone = parent.children.subList(from, to);
        gone.forEach(node -> node.parent = null);
        gone.clear();
    }

    private static void detach(ViewNode node) {
        if (node.parent != null) {
            node.parent.children.remove(node);
            node.parent = null;
        }
    }

    private static int indexIn(ViewNode parent, ViewNode child) throws GuestMisbehaved {
        int at = parent.children.indexOf(child);
        if (at < 0) {
            throw new GuestMisbehaved("a page operation names a node that is not a child there");
        }
        return at;
    }

    private ViewNode node(int id) throws GuestMisbehaved {
        ViewNode node = nodes.get(id);
        if (node == null) {
            throw new GuestMisbehaved("a page operation names a node that does not exist");
        }
        return node;
    }
}
