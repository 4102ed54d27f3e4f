package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens on a screen and changes nothing in the host: scrolling, loading, the end of a movement. Only what
 * stands here reaches a program, with these members of WeChat's {@code detail}, and only where it listens.
 */
final class Happenings {

    private static final int LONGEST_TEXT = 200;

    private static final Set<String> NOTHING = Set.of();
    private static final Map<String, Set<String>> PICTURE = Map.of(
        "load",
        Set.of("width", "height"),
        "error",
        Set.of("errMsg")
    );
    private static final Set<String> REFRESHER = Set.of("dy");
    private static final Set<String> MOVEMENT = Set.of("animationName", "propertyName", "elapsedTime");

    /** Event → members of its detail, by the tag of the only elements that have it. */
    private static final Map<String, Map<String, Set<String>>> BY_TAG = Map.ofEntries(
        Map.entry("image", PICTURE),
        Map.entry("cover-image", PICTURE),
        Map.entry(
            "scroll-view",
            Map.of(
                "scroll",
                Set.of("scrollLeft", "scrollTop", "scrollWidth", "scrollHeight", "deltaX", "deltaY"),
                "scrolltoupper",
                Set.of("direction"),
                "scrolltolower",
                Set.of("direction"),
                "refresherpulling",
                REFRESHER,
                "refresherrefresh",
                REFRESHER,
                "refresherrestore",
                REFRESHER,
                "refresherabort",
                REFRESHER
            )
        ),
        Map.entry(
            "swiper",
            Map.of("transition", Set.of("dx", "dy"), "animationfinish", Set.of("current", "currentItemId", "source"))
        ),
        Map.entry("slider", Map.of("changing", Set.of("value"))),
        Map.entry("picker", Map.of("cancel", NOTHING, "columnchange", Set.of("column", "value"))),
        Map.entry("picker-view", Map.of("pickstart", NOTHING, "pickend", NOTHING)),
        Map.entry("movable-view", Map.of("change", Set.of("x", "y", "source"), "scale", Set.of("x", "y", "scale"))),
        Map.entry("textarea", Map.of("linechange", Set.of("height", "heightRpx", "lineCount"))),
        Map.entry("progress", Map.of("activeend", Set.of("curPercent"))),
        Map.entry("page", Map.of("pageScroll", Set.of("scrollTop"), "reachBottom", NOTHING, "pullDownRefresh", NOTHING))
    );

    /** Event → members of its detail, on any element; these are heard above it too. */
    private static final Map<String, Set<String>> ANYWHERE = Map.of(
        "transitionend",
        MOVEMENT,
        "animationstart",
        MOVEMENT,
        "animationiteration",
        MOVEMENT,
        "animationend",
        MOVEMENT
    );

    private Happenings() {}

    /** What the program is to be told, if there is such an event and it listens. */
    static Optional<UserEvent> of(ViewNode node, String type, JsonNode detail) {
        Set<String> members = BY_TAG.getOrDefault(node.tag(), ANYWHERE).getOrDefault(type, ANYWHERE.get(type));
        boolean heard = ANYWHERE.containsKey(type) ? node.heard(type) : node.listens(type);
        return members == null || !heard || tellsOfAPlaceholder(node)
            ? Optional.empty()
            : Optional.of(UserEvent.of(node, type, kept(detail, members)));
    }

    // the size of a picture would tell which one it is
    private static boolean tellsOfAPlaceholder(ViewNode node) {
        return String.valueOf(node.attribute("src")).contains("cloakroom:");
    }

    private static ObjectNode kept(JsonNode detail, Set<String> members) {
        ObjectNode kept = Json.object();
        detail
            .properties()
            .stream()
            .filter(entry -> members.contains(entry.getKey()))
            .filter(entry -> plain(entry.getValue()))
            .forEach(entry -> kept.set(entry.getKey(), entry.getValue()));
        return kept;
    }

    private static boolean plain(JsonNode value) {
        return value.isNumber() || (value.isTextual() && value.textValue().length() <= LONGEST_TEXT);
    }
}
