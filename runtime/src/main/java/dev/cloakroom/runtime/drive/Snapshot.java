package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.ViewNode;
import java.util.List;

/** The pages of a session as JSON: what the program put there, and what its developer could have it measure. */
final class Snapshot {

    private Snapshot() {}

    static ArrayNode of(String user, UserSession session) {
        ObjectNode around = session.ui().toJson();
        return session.pages().read(pages -> pages(user, pages, around));
    }

    private static ArrayNode pages(String user, List<Page> pages, ObjectNode around) {
        ArrayNode all = Json.object().arrayNode();
        for (Page page : pages) {
            ObjectNode shown = all.addObject().put("user", user).put("path", page.path());
            shown.set("query", page.query());
            shown.set("window", page.window());
            page.tree()
                .root()
                .ifPresent(root -> shown.set("tree", tree(root)));
        }
        if (!around.isEmpty()) {
            all.addObject().put("user", user).set("around", around);
        }
        return all;
    }

    private static ObjectNode tree(ViewNode node) {
        ObjectNode json = Json.object();
        if (node.tag().isEmpty()) {
            return json.put("text", node.text());
        }
        json.put("tag", node.tag()).put("id", node.id());
        if (!node.classes().isEmpty()) {
            json.put("class", String.join(" ", node.classes()));
        }
        if (!node.style().isEmpty()) {
            json.put("style", node.style());
        }
        setIfAny(json, "attributes", Json.tree(node.attributes()));
        setIfAny(json, "data", Json.tree(node.data()));
        ArrayNode children = json.arrayNode();
        node.children().forEach(child -> children.add(tree(child)));
        setIfAny(json, "children", children);
        return json;
    }

    private static void setIfAny(ObjectNode json, String name, JsonNode value) {
        if (!value.isEmpty()) {
            json.set(name, value);
        }
    }
}
