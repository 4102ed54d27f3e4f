package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Collection;
import java.util.Map;

/** Writes the operations of {@code docs/protocol.md} that build a tree from nothing. */
final class ViewSnapshot {

    private final ArrayNode operations = Json.array();

    ArrayNode operations() {
        return operations;
    }

    ViewSnapshot sheets(Map<String, ViewTree.StyleSheet> sheets) {
        sheets.forEach((path, sheet) ->
            operations.addArray().add("css").add(path).add(sheet.scope()).add(sheet.text())
        );
        return this;
    }

    /** @param nodes in the order of their ids */
    ViewSnapshot nodes(Collection<ViewNode> nodes) {
        nodes.forEach(this::create);
        nodes.forEach(this::describe);
        nodes.forEach(this::append);
        return this;
    }

    private void create(ViewNode node) {
        ArrayNode operation = operations.addArray().add("c").add(node.id());
        switch (node.type) {
            case ROOT -> operation.add("root").add("page");
            case ELEMENT -> operation.add("e").add(node.tag());
            case FRAGMENT -> operation.add("f").add("");
            case TEXT -> operation.add("t").add(node.text());
        }
    }

    private void describe(ViewNode node) {
        node.attributes.forEach((name, value) -> operation("A", node).add(name).add(value));
        node.data.forEach((name, value) -> operation("d", node).add(name).add(value));
        node.classes.forEach(given -> operation("+", node).add(given.name()).add(given.scope()));
        node.listeners.forEach((event, level) -> operation("l", node).add(event).add(level));
        node.bindings.forEach(property -> operation("m", node).add(property).add(true));
        if (!node.style.isEmpty()) {
            operation("st", node).add(node.style);
        }
        if (!node.scopes.equals(ViewNode.Scopes.NONE)) {
            operation("ss", node).add(node.scopes.own()).add(node.scopes.extra()).add(node.scopes.host());
        }
    }

    private void append(ViewNode node) {
        node.children.forEach(child -> operation("a", node).add(child.id()));
    }

    private ArrayNode operation(String name, ViewNode node) {
        return operations.addArray().add(name).add(node.id());
    }
}
