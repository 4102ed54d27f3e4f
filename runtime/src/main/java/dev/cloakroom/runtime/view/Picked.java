package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code picker} can hold, in the form in which WeChat tells it.
 * See https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
final class Picked {

    private static final int MOST_COLUMNS = 20;

    private Picked() {}

    /** The value as the program gets it, if the picker offers it. */
    static Optional<JsonNode> of(ViewNode picker, JsonNode value) {
        return switch (Objects.requireNonNullElse(picker.attribute("mode"), "selector")) {
            case "selector" -> oneOf(range(picker), value);
            case "multiSelector" -> indexes(value).filter(chosen -> offered(range(picker), chosen));
            case "time" -> text(picker, value, "([01]\\d|2[0-3]):[0-5]\\d");
            case "date" -> text(picker, value, date(String.valueOf(picker.attribute("fields"))));
            default -> Optional.empty();
        };
    }

    /** A list of places in columns. */
    static Optional<JsonNode> indexes(JsonNode value) {
        boolean fits = value.isArray() && value.size() <= MOST_COLUMNS && stream(value).allMatch(Picked::isIndex);
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static JsonNode range(ViewNode picker) {
        return Objects.requireNonNullElse(picker.attributes.get("range"), Json.array());
    }

    // WeChat tells the place as a text
    private static Optional<JsonNode> oneOf(JsonNode range, JsonNode value) {
        boolean there = isIndex(value) && value.asInt() < range.size();
        return there ? Optional.of(Json.tree(value.asText())) : Optional.empty();
    }

    private static boolean offered(JsonNode columns, JsonNode chosen) {
        return (
            columns instanceof ArrayNode &&
            columns.size() == chosen.size() &&
            IntStream.range(0, chosen.size()).allMatch(at -> chosen.get(at).asInt() < columns.get(at).size())
        );
    }

    private static String date(String fields) {
        return switch (fields) {
            case "year" -> "\\d{4}";
            case "month" -> "\\d{4}-(0[1-9]|1[0-2])";
            default -> "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
        };
    }

    private static Optional<JsonNode> text(ViewNode picker, JsonNode value, String form) {
        String chosen = value.isTextual() ? value.textValue() : "";
        boolean early = before(chosen, picker.attribute("start"), form);
        boolean late = before(picker.attribute("end"), chosen, form);
        return chosen.matches(form) && !early && !late ? Optional.of(value) : Optional.empty();
    }

    // both are written from the largest unit to the smallest, in fixed widths
    private static boolean before(@Nullable String one, @Nullable String other, String form) {
        return one != null && other != null && one.matches(form) && other.matches(form) && one.compareTo(other) < 0;
    }

    private static boolean isIndex(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
