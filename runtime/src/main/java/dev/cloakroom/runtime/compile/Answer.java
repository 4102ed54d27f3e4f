package dev.cloakroom.runtime.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a COMPILED frame, checked to have the shape that the protocol gives it.
 *
 * @param files path → code
 * @param templates one expression
 * @param problems what is wrong with the sources
 */
record Answer(Map<String, String> files, String templates, List<Problem> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One thing that is wrong; {@code error} ones keep the program from running. */
    record Problem(String where, String message, boolean error) {}

    /**
     * Reads the JSON of a frame.
     *
     * @param paths what {@code files} may hold
     * @throws IOException when it has another shape
     */
    static Answer read(String json, Collection<String> paths) throws IOException {
        JsonNode root = JSON.readTree(json);
        Answer answer = new Answer(files(root.path("files"), paths), text(root.path("templates")), problems(root));
        if (answer.files.size() != root.path("files").size()) {
            throw new IOException("the compile worker answered with files that it was not given");
        }
        return answer;
    }

    /** The errors, each with its place. */
    List<BadInput> errors() {
        return problems
            .stream()
            .filter(Problem::error)
            .map(p -> new BadInput(p.where, p.message))
            .toList();
    }

    /** The warnings, one line each. */
    List<String> warnings() {
        return problems
            .stream()
            .filter(p -> !p.error)
            .map(p -> new BadInput(p.where, p.message).getMessage())
            .toList();
    }

    private static Map<String, String> files(JsonNode files, Collection<String> paths) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String path : paths) {
            if (files.has(path)) {
                found.put(path, text(files.path(path)));
            }
        }
        return found;
    }

    private static List<Problem> problems(JsonNode root) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : root.path("problems")) {
            problems.add(problem(problem));
        }
        return List.copyOf(problems);
    }

    private static Problem problem(JsonNode p) throws IOException {
        String where = text(p.path("path")) + ":" + p.path("line").asInt() + ":" + p.path("column").asInt();
        return new Problem(where, text(p.path("message")), !text(p.path("level")).equals("warning"));
    }

    private static String text(JsonNode node) throws IOException {
        if (!node.isTextual()) {
            throw new IOException("the compile worker's answer has another shape than COMPILED");
        }
        return node.asText();
    }
}
