package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;

/** A refusal as RFC 9457 problem details, from the broker's one table of errors. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "https://cloakroom.dev/problems/";

    private Problem() {}

    static ObjectNode of(ErrorCode code) {
        return Json.object()
            .put("type", TYPE_BASE + code.problem())
            .put("title", code.problem().replace('-', ' '))
            .put("status", code.status())
            .put("detail", code.detail());
    }
}
