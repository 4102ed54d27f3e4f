package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A JSON object that has no member but those that its reader knows: a misspelt one is told, not passed over. */
final class StrictObject {

    private final ObjectNode object;

    private StrictObject(ObjectNode object) {
        this.object = object;
    }

    /** Empty when there is another member. */
    static Optional<StrictObject> of(ObjectNode object, String... members) {
        var known = Set.of(members);
        return object
            .properties()
            .stream()
            .allMatch(member -> known.contains(member.getKey()))
            ? Optional.of(new StrictObject(object))
            : Optional.empty();
    }

    /** A member; empty when it is left out or no text. */
    Optional<String> text(String member) {
        return Optional.ofNullable(object.get(member)).map(node -> node.textValue());
    }

    /** A member that is a whole number of at most 64 bits; empty when it is left out or anything else. */
    OptionalLong whole(String member) {
        var node = object.get(member);
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
            ? OptionalLong.of(node.longValue())
            : OptionalLong.empty();
    }

    /** A member that is an object of texts; no texts when it is left out, empty when it is anything else. */
    Optional<Map<String, String>> texts(String member) {
        return switch (object.get(member)) {
            case null -> Optional.of(Map.of());
            case ObjectNode given -> texts(given);
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, String>> texts(ObjectNode given) {
        var texts = new HashMap<String, String>();
        given.properties().forEach(each -> texts.put(each.getKey(), each.getValue().textValue()));
        return texts.containsValue(null) ? Optional.empty() : Optional.of(texts);
    }
}
