package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;
import java.util.Arrays;

/**
 * A refusal as RFC 9457 problem details: one of the broker's table of errors, or of HTTP's own.
 *
 * @param name the last part of the problem type
 * @param detail a fixed sentence
 */
record Problem(int status, String name, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "https://cloakroom.dev/problems/";

    static Problem of(ErrorCode code) {
        return new Problem(code.status(), code.problem(), code.detail());
    }

    /** What HTTP calls the status that the server refused a request with before any route. */
    static Problem of(int status) {
        return Arrays.stream(HttpProblem.values())
            .map(HttpProblem::problem)
            .filter(problem -> problem.status() == status && status > 401)
            .findFirst()
            .orElseGet(() -> of(status < 500 ? ErrorCode.INVALID_PARAMETER : ErrorCode.SYSTEM_ERROR));
    }

    /** The same problem with another fixed sentence. */
    Problem saying(String fixed) {
        return new Problem(status, name, fixed);
    }

    ObjectNode toJson() {
        return Json.object()
            .put("type", TYPE_BASE + name)
            .put("title", name.replace('-', ' '))
            .put("status", status)
            .put("detail", detail);
    }
}
