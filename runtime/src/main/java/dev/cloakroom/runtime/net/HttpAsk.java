package dev.cloakroom.runtime.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A request of a program.
 *
 * @param headers names in lower case; none that identifies the user, the host or the device
 * @param timeout until the answer is there as a whole
 * @param origins such as {@code https://api.example.com}: where a redirect may lead
 */
public record HttpAsk(
    String method,
    URI url,
    Map<String, String> headers,
    Body content,
    Duration timeout,
    Set<String> origins
) {
    public HttpAsk {
        headers = Map.copyOf(headers);
        origins = Set.copyOf(origins);
    }

    /** A text, and no redirect beyond its own origin. */
    public HttpAsk(String method, URI url, Map<String, String> headers, String body, Duration timeout) {
        this(method, url, headers, Body.of(body), timeout, Set.of(origin(url)));
    }

    /** {@code content} as text. */
    public String body() {
        return content.text();
    }

    /** Such as {@code https://api.example.com}. */
    public String origin() {
        return origin(url);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
