package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's hand on the page that they see, for as long as nothing else changes it. What it changes stands in the
 * host's tree like what the program says; the program learns of it by events only.
 */
final class Hand {

    private final ViewTree tree;
    private final ArrayNode written = Json.array();

    Hand(ViewTree tree) {
        this.tree = tree;
    }

    /** The element with that id, if the page shows it and the user can use it. */
    Optional<ViewNode> usable(int id) {
        return tree.shown(id).filter(ViewNode::enabled);
    }

    /** All nodes that the page shows, in order. */
    Stream<ViewNode> all() {
        return tree.root().stream().flatMap(ViewNode::below);
    }

    /** Changes an attribute, and has it painted. */
    void set(ViewNode node, String name, JsonNode value) {
        written.addAll(tree.enter(node, name, value));
    }

    /** Changes an attribute that is painted already: whoever types sees what they type. */
    void note(ViewNode node, String name, JsonNode value) {
        tree.enter(node, name, value);
    }

    /** What is to be painted: operations of {@code docs/protocol.md}. */
    ArrayNode written() {
        return written;
    }
}
