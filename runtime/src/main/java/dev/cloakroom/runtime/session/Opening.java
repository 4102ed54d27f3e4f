package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;

/** What a session begins with. */
final class Opening {

    private static final int NORMAL_START = 1001;

    private Opening() {}

    /**
     * The content of an {@code OPEN} frame.
     *
     * @param storage what the program stored for its user, as an object
     */
    static ObjectNode at(PageUrl page, JsonNode storage) {
        ObjectNode body = Json.object();
        body.putObject("launch").put("path", page.path()).put("scene", NORMAL_START).set("query", page.query());
        body.set("storage", storage);
        return body.set("device", DeviceProfile.CANNED);
    }
}
