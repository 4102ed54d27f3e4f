package dev.cloakroom.runtime.net;

import java.util.Map;

/** What a program's request brought back; header names are in lower case. */
public record HttpAnswer(int status, Map<String, String> headers, Body content) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** A text. */
    public HttpAnswer(int status, Map<String, String> headers, String body) {
        this(status, headers, Body.of(body));
    }

    /** {@code content} as text. */
    public String body() {
        return content.text();
    }
}
