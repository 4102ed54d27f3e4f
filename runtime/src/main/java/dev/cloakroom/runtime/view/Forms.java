package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@code form} sends and resets: its named fields, as they stand in the host's tree.
 * See https://developers.weixin.qq.com/miniprogram/dev/component/form.html
 */
final class Forms {

    private static final String VALUE = "value";
    private static final String CHECKED = "checked";

    private static final Set<String> FIELDS = Set.of(
        "input",
        "textarea",
        "switch",
        "slider",
        "picker",
        "picker-view",
        "checkbox-group",
        "radio-group"
    );

    /** What a field holds that nobody has touched and that says nothing itself. */
    private static final Map<String, JsonNode> EMPTY = Map.of(
        "picker-view",
        Json.array(),
        "input",
        Json.tree(""),
        "textarea",
        Json.tree("")
    );

    private Forms() {}

    /** What a button in a form does by its {@code form-type}. */
    static List<UserEvent> pressed(Hand hand, ViewNode button) {
        ViewNode form = button.closest("form");
        String type = String.valueOf(button.attribute("form-type"));
        if (form == null || !Set.of("submit", "reset").contains(type)) {
            return List.of();
        }
        return List.of(type.equals("submit") ? submitted(form, button) : reset(hand, form));
    }

    /** What a field holds: a text, a number, a flag, or a list of those that are checked. */
    static JsonNode value(ViewNode field) {
        return switch (field.tag()) {
            case "switch" -> Json.tree(field.flag(CHECKED));
            case "slider" -> Changes.number(field.number(VALUE, field.number("min", 0)));
            case "checkbox-group" -> checked(field, "checkbox");
            case "radio-group" -> Objects.requireNonNullElse(checked(field, "radio").get(0), Json.tree(""));
            default -> given(field);
        };
    }

    private static JsonNode given(ViewNode field) {
        JsonNode value = field.attributes.get(VALUE);
        return value == null || value.isNull() ? EMPTY.getOrDefault(field.tag(), Json.tree(null)) : value;
    }

    private static ArrayNode checked(ViewNode group, String tag) {
        ArrayNode values = Json.array();
        group
            .below()
            .filter(one -> one.tag().equals(tag) && one.flag(CHECKED))
            .forEach(one -> values.add(Objects.requireNonNullElse(one.attribute(VALUE), "")));
        return values;
    }

    private static UserEvent submitted(ViewNode form, ViewNode button) {
        ObjectNode values = Json.object();
        fields(form).forEach(field -> {
            String name = field.attribute("name");
            if (name != null && !name.isEmpty()) {
                values.set(name, value(field));
            }
        });
        ObjectNode target = Json.object().put("id", Objects.requireNonNullElse(button.attribute("id"), ""));
        ObjectNode detail = Json.object().set("target", target);
        return UserEvent.of(form, "submit", detail.set(VALUE, values));
    }

    private static UserEvent reset(Hand hand, ViewNode form) {
        form.below()
            .filter(node -> node.flag(CHECKED))
            .forEach(node -> hand.set(node, CHECKED, Json.tree(false)));
        fields(form)
            .filter(field -> field.attributes.containsKey(VALUE))
            .forEach(field -> hand.set(field, VALUE, cleared(field)));
        return UserEvent.of(form, "reset", Json.object());
    }

    private static JsonNode cleared(ViewNode field) {
        return switch (field.tag()) {
            case "slider" -> Objects.requireNonNullElse(field.attributes.get("min"), Json.tree(0));
            case "picker", "picker-view" -> given(field).isArray() ? zeros(given(field).size()) : Json.tree(0);
            default -> Json.tree("");
        };
    }

    private static ArrayNode zeros(int count) {
        ArrayNode zeros = Json.array();
        Stream.generate(() -> 0)
            .limit(count)
            .forEach(zeros::add);
        return zeros;
    }

    private static Stream<ViewNode> fields(ViewNode form) {
        return form.below().filter(node -> FIELDS.contains(node.tag()));
    }
}
