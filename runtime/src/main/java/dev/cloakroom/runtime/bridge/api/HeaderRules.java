package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which headers of a program leave, and which of an answer it gets. */
final class HeaderRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]{0,4000}");
    private static final int MOST = 50;

    /** What would identify the user, the device or the host, or would reframe the message. */
    private static final Set<String> STRIPPED = Set.of(
        "accept-encoding",
        "accept-language",
        "connection",
        "content-length",
        "cookie",
        "cookie2",
        "expect",
        "forwarded",
        "from",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "via"
    );

    private static final Pattern STRIPPED_FAMILY = Pattern.compile("(?:proxy|sec|x-forwarded|x-real)-.*");

    /** What programs read; beside these, what begins with {@code x-}. Cookies are none of it. */
    private static final Set<String> TOLD = Set.of(
        "authorization",
        "cache-control",
        "content-disposition",
        "content-language",
        "content-length",
        "content-range",
        "content-type",
        "date",
        "etag",
        "expires",
        "last-modified",
        "link",
        "location",
        "retry-after",
        "token"
    );

    private HeaderRules() {}

    /** Of what the program gave, what is sent: names in lower case. */
    static Map<String, String> sent(JsonNode given) {
        Map<String, String> headers = new TreeMap<>();
        for (var header : given.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue().asText();
            if (headers.size() < MOST && mayLeave(name) && VALUE.matcher(value).matches()) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static boolean mayLeave(String name) {
        return NAME.matcher(name).matches() && !STRIPPED.contains(name) && !STRIPPED_FAMILY.matcher(name).matches();
    }

    /** Of an answer's headers, those that the program gets. */
    static Map<String, String> told(Map<String, String> answered) {
        Map<String, String> headers = new TreeMap<>(answered);
        headers.keySet().removeIf(name -> !TOLD.contains(name) && !name.startsWith("x-"));
        return headers;
    }
}
