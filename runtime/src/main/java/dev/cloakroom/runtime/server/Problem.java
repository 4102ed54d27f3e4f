package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;

/**
 * A refusal as RFC 9457 problem details: one of the broker's table of errors, or of HTTP's own.
 *
 * @param name the last part of the problem type
 * @param detail a fixed sentence
 */
record Problem(int status, String name, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final int MISDIRECTED = 421;

    private static final String TYPE_BASE = "https://cloakroom.dev/problems/";

    static Problem of(ErrorCode code) {
        return new Problem(code.status(), code.problem(), code.detail());
    }

    /** What HTTP calls the status that the server refused a request with before any route. */
    static Problem of(int status) {
        return switch (status) {
            case 404 -> new Problem(404, "not-found", "there is nothing at this path");
            case 405 -> new Problem(405, "method-not-allowed", "this path takes POST only");
            case 413 -> new Problem(413, "too-large", "the request is longer than this path takes");
            case MISDIRECTED -> new Problem(
                MISDIRECTED,
                "misdirected-request",
                "only requests to 127.0.0.1 or localhost are answered here"
            );
            default -> of(status < 500 ? ErrorCode.INVALID_PARAMETER : ErrorCode.SYSTEM_ERROR);
        };
    }

    ObjectNode toJson() {
        return Json.object()
            .put("type", TYPE_BASE + name)
            .put("title", name.replace('-', ' '))
            .put("status", status)
            .put("detail", detail);
    }
}
