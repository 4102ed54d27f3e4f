package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.LimitExceeded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The host's own copy of a page, built from the operations of {@code docs/protocol.md}. From it, and
 * not from what the page or the program says, the host decides what a tap means.
 */
public final class ViewTree {

    private static final int MAX_DEPTH = 500;

    private final SortedMap<Integer, ViewNode> nodes = new TreeMap<>();
    private final Map<String, StyleSheet> sheets = new LinkedHashMap<>();
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

    /** WXSS that goes for the classes of one style scope. */
    record StyleSheet(int scope, String text) {}

    /**
     * Applies operations and returns those that count: checked, and without what the allow-list leaves out.
     *
     * @throws GuestMisbehaved when an operation makes no sense on this tree
     */
    ArrayNode apply(JsonNode ops) throws GuestMisbehaved {
        ArrayNode applied = Json.array();
        for (JsonNode given : ops) {
            Operands op = Operands.of(given);
            if (ViewAllowList.admits(op)) {
                apply(op);
                applied.add(op.array());
            }
        }
        return applied;
    }

    /**
     * Writes what a user did to an element.
     *
     * @return the operation that did it; none when the page has no room left for it
     */
    ArrayNode enter(ViewNode node, String name, JsonNode value) {
        ArrayNode operation = Json.array().add("A").add(node.id()).add(name).add(value);
        try {
            return apply(Json.array().add(operation));
        } catch (GuestMisbehaved e) {
            return Json.array();
        }
    }

    /** Operations that build this tree from nothing. */
    ArrayNode snapshot() {
        return new ViewSnapshot().sheets(sheets).nodes(nodes.values()).operations();
    }

    private void apply(Operands op) throws GuestMisbehaved {
        switch (op.name()) {
            case "c" -> create(op);
            case "a" -> attach(node(op, 1), node(op, 2), null, 0);
            case "b" -> attach(node(op, 1), node(op, 2), node(op, 3), 0);
            case "x" -> attach(node(op, 1), node(op, 2), node(op, 3), 1);
            case "sb" -> attach(node(op, 1), node(op, 4), node(op, 2), op.number(3));
            case "r" -> cut(node(op, 1), node(op, 2), 1);
            case "sr" -> cut(node(op, 1), node(op, 2), op.number(3));
            case "z" -> release(node(op, 1));
            case "css" -> room.put(sheets, op.text(1), new StyleSheet(op.number(2), op.text(3)));
            default -> node(op, 1).change(op, room);
        }
    }

    private void create(Operands op) throws GuestMisbehaved {
        int id = op.number(1);
        if (id <= lastId) {
            throw new GuestMisbehaved("a page node takes an id that was used before");
        }
        if (nodes.size() >= maxNodes) {
            throw new LimitExceeded("nodes", "a page has more than " + maxNodes + " nodes");
        }
        lastId = id;
        ViewNode node = switch (op.text(2)) {
            case "root" -> new ViewNode(id, ViewNode.Type.ROOT, "page");
            case "e" -> new ViewNode(id, ViewNode.Type.ELEMENT, ViewAllowList.tag(op.text(3)));
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

    // out of the tree too: what has no id any more must not go on taking room in it
    private void release(ViewNode node) throws GuestMisbehaved {
        detach(node);
        node.children.forEach(child -> child.parent = null);
        nodes.remove(node.id());
        root = node == root ? null : root;
        node.clear(room);
    }

    // puts the child (or a fragment's children) before a sibling, and takes `replaced` nodes away from there on
    private static void attach(ViewNode parent, ViewNode child, @Nullable ViewNode before, int replaced)
        throws GuestMisbehaved {
        if (parent.type == ViewNode.Type.TEXT || child.type == ViewNode.Type.ROOT) {
            throw new GuestMisbehaved("a page puts something into a text, or its root into something");
        }
        checkDepth(parent, child);
        List<ViewNode> moved = child.type == ViewNode.Type.FRAGMENT ? child.children() : List.of(child);
        if (before != null && (before.parent != parent || moved.contains(before))) {
            throw new GuestMisbehaved("a page operation puts something before a node that does not stay there");
        }
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

    private ViewNode node(Operands op, int at) throws GuestMisbehaved {
        ViewNode node = nodes.get(op.number(at));
        if (node == null) {
            throw new GuestMisbehaved("a page operation names a node that does not exist");
        }
        return node;
    }
}
