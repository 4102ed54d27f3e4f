package dev.cloakroom.runtime.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What a program worker loads.
 *
 * @param appId the program's id
 * @param files path ending in {@code .js} → CommonJS code
 * @param json path → {@code app.json} and the configurations of pages and components
 * @param wxss path → style sheet, as written
 * @param templates an expression whose value maps each template's path to its code
 * @param warnings {@code path:line:column: message} for the developer
 */
public record CompiledProgram(
    String appId,
    Map<String, String> files,
    Map<String, JsonNode> json,
    Map<String, String> wxss,
    String templates,
    List<String> warnings
) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The content of a LOAD frame. */
    public String toLoadJson() {
        ObjectNode load = JSON.createObjectNode().put("appId", appId);
        files.forEach(load.putObject("files")::put);
        json.forEach(load.putObject("json")::set);
        wxss.forEach(load.putObject("wxss")::put);
        return text(load.put("templates", templates));
    }

    private static String text(ObjectNode load) {
        try {
            return JSON.writeValueAsString(load);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
