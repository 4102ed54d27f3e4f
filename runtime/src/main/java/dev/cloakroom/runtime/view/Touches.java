package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fingers on the screen, as events carry them.
 * See https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 *
 * @param all those that are down
 * @param changed those that the event is about; at least one
 */
public record Touches(ArrayNode all, ArrayNode changed) {
    /** Events that are made of touches and are told where the program listens. */
    static final Set<String> EVENTS = Set.of(
        "touchstart",
        "touchmove",
        "touchend",
        "touchcancel",
        "longpress",
        "longtap"
    );

    private static final int MOST = 10;
    private static final List<String> MEMBERS = List.of("identifier", "pageX", "pageY", "clientX", "clientY");

    /** Where a canvas counts from its own corner. */
    private static final List<String> OWN = List.of("x", "y");

    /** One finger somewhere: whoever taps in a scenario has no screen. */
    public static Touches somewhere() {
        ObjectNode touch = Json.object();
        MEMBERS.forEach(member -> touch.put(member, 0));
        ArrayNode one = Json.array().add(touch);
        return new Touches(one, one);
    }

    /** Reads them; empty when they are none. */
    public static Optional<Touches> read(JsonNode all, JsonNode changed) {
        Optional<ArrayNode> down = list(all);
        return list(changed)
            .filter(some -> !some.isEmpty())
            .flatMap(some -> down.map(fingers -> new Touches(fingers, some)));
    }

    /** The event's {@code detail}: where it is. */
    ObjectNode detail() {
        JsonNode first = changed.path(0);
        return Json.object().<ObjectNode>set("x", first.path("pageX")).set("y", first.path("pageY"));
    }

    /** The event's own members. */
    ObjectNode fields() {
        return Json.object().<ObjectNode>set("touches", all).set("changedTouches", changed);
    }

    private static Optional<ArrayNode> list(JsonNode given) {
        ArrayNode read = Json.array();
        for (JsonNode touch : given) {
            one(touch).ifPresent(read::add);
        }
        boolean fits = given.isArray() && given.size() <= MOST && read.size() == given.size();
        return fits ? Optional.of(read) : Optional.empty();
    }

    private static Optional<ObjectNode> one(JsonNode given) {
        ObjectNode read = Json.object();
        MEMBERS.forEach(member -> copy(given, member, read));
        boolean complete = read.size() == MEMBERS.size();
        OWN.forEach(member -> copy(given, member, read));
        return complete ? Optional.of(read) : Optional.empty();
    }

    private static void copy(JsonNode from, String member, ObjectNode to) {
        if (from.path(member).isNumber()) {
            to.set(member, from.path(member));
        }
    }
}
