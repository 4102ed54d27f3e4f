package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Gives a control the value that a user chose, if it is one that the control can have. */
final class Changes {

    private static final String VALUE = "value";
    private static final Set<String> SOURCES = Set.of("touch", "autoplay");

    private Changes() {}

    /**
     * What the program is to be told; empty when the control cannot have that value.
     *
     * @param source for a {@code swiper}: what moved it, as WeChat has it in the event
     */
    static Optional<List<UserEvent>> changed(Hand hand, ViewNode control, JsonNode value, String source) {
        return switch (control.tag()) {
            case "switch", "checkbox" -> value.isBoolean() ? turned(hand, control, value) : Optional.empty();
            case "radio" -> value.asBoolean() ? turned(hand, control, value) : Optional.empty();
            case "slider" -> value.isNumber() ? Optional.of(slid(hand, control, value.asDouble())) : Optional.empty();
            case "picker" -> Picked.of(control, value).map(chosen -> entered(hand, control, chosen));
            case "picker-view" -> Picked.indexes(value).map(chosen -> entered(hand, control, chosen));
            case "swiper" -> swiped(hand, control, value, source);
            default -> Optional.empty();
        };
    }

    private static Optional<List<UserEvent>> turned(Hand hand, ViewNode control, JsonNode value) {
        boolean already = control.flag("checked") == value.booleanValue();
        return Optional.of(already ? List.of() : Controls.used(hand, control));
    }

    private static List<UserEvent> slid(Hand hand, ViewNode slider, double wanted) {
        double min = slider.number("min", 0);
        double max = Math.max(min, slider.number("max", 100));
        double step = Math.max(slider.number("step", 1), 1e-6);
        double near = min + Math.round((Math.clamp(wanted, min, max) - min) / step) * step;
        return entered(hand, slider, number(Math.min(near, max)));
    }

    // 0.1 + 0.2 is 0.3 to whoever slides
    static JsonNode number(double value) {
        double rounded = Math.round(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? Json.tree((long) rounded) : Json.tree(rounded);
    }

    private static List<UserEvent> entered(Hand hand, ViewNode control, JsonNode value) {
        hand.set(control, VALUE, value);
        return List.of(UserEvent.of(control, "change", Json.object().set(VALUE, value)));
    }

    private static Optional<List<UserEvent>> swiped(Hand hand, ViewNode swiper, JsonNode value, String source) {
        List<ViewNode> items = swiper
            .below()
            .filter(node -> node.tag().equals("swiper-item") && swiper == node.closest("swiper"))
            .toList();
        if (!value.canConvertToInt() || value.asInt() < 0 || value.asInt() >= items.size()) {
            return Optional.empty();
        }
        hand.set(swiper, "current", value);
        String item = Objects.requireNonNullElse(items.get(value.asInt()).attribute("item-id"), "");
        ObjectNode detail = Json.object().put("current", value.asInt()).put("currentItemId", item);
        return Optional.of(
            List.of(UserEvent.of(swiper, "change", detail.put("source", SOURCES.contains(source) ? source : "")))
        );
    }
}
