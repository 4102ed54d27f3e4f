package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * One page on a session's stack.
 *
 * @param id the worker's number for it
 * @param path its path in the package, without suffix
 * @param query the parameters that it was opened with
 * @param window its window configuration, from {@code app.json} and its own file
 * @param tree what it shows
 */
public record Page(int id, String path, ObjectNode query, JsonNode window, ViewTree tree) {
    /** Its address in the program, as {@code pages/menu/menu?table=7}. */
    public String url() {
        return query
            .properties()
            .stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue().asText()))
            .collect(Collectors.joining("&", query.isEmpty() ? path : path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
