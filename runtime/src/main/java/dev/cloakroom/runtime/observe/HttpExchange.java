package dev.cloakroom.runtime.observe;

import java.util.Map;

/**
 * One HTTP message that a third party sent or got.
 *
 * @param headers what of them that party chose or can see
 * @param status of the answer; 0 when there was none
 */
public record HttpExchange(String method, String url, Map<String, String> headers, String body, int status) {
    public HttpExchange {
        headers = Map.copyOf(headers);
    }
}
