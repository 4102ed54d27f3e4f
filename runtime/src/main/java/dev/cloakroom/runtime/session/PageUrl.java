package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A page and its parameters, as {@code pages/menu/menu?table=7} names them.
 *
 * @param path without a leading slash; empty for the program's first page
 * @param query decoded
 */
record PageUrl(String path, ObjectNode query) {
    static PageUrl of(String url) {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        ObjectNode query = Json.object();
        for (String pair : mark < 0 ? new String[0] : url.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.put(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1))
                );
            }
        }
        return new PageUrl(path.startsWith("/") ? path.substring(1) : path, query);
    }

    // what is no percent encoding stays as it is, as in a browser
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
