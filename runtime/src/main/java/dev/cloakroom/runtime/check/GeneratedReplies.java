package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import java.util.HashMap;
import java.util.Map;

/** Answers that are made up for a program, by what it reads of them. */
final class GeneratedReplies {

    private static final Map<String, String> HEADERS = Map.of("content-type", "application/json");

    private final Map<Endpoint, JsonNode> bodies = new HashMap<>();

    /** The answer of an endpoint, as far as it is known what the program reads of it. */
    synchronized HttpAnswer answer(HttpAsk ask) {
        JsonNode body = bodies.computeIfAbsent(Endpoint.of(ask), _ -> Json.object());
        return new HttpAnswer(200, HEADERS, body.toString());
    }

    /** Whether something was learned since the last time. */
    synchronized boolean takeChanged() {
        return false;
    }
}
