package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a back end is answered: the one shape in which everything goes out.
 *
 * @param headers those that tell more than every answer does
 */
record Reply(int status, String mediaType, Map<String, String> headers, ObjectNode body) {
    private static final String JSON = "application/json";

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply ok(ObjectNode body) {
        return new Reply(200, JSON, Map.of(), body);
    }

    static Reply of(Problem problem) {
        return new Reply(problem.status(), Problem.MEDIA_TYPE, Map.of(), problem.toJson());
    }

    static Reply of(ErrorCode code) {
        return of(Problem.of(code));
    }

    static Reply of(HttpProblem problem) {
        return of(problem.problem());
    }

    static Reply tooMany() {
        return of(HttpProblem.TOO_MANY_REQUESTS).with("Retry-After", "1");
    }

    Reply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, mediaType, more, body);
    }

    /**
     * The same refusal with the members and the media type that RFC 6749, section 5.2, prescribes.
     *
     * @param error such as {@code invalid_client}
     */
    Reply asOAuth(String error, int as) {
        var both = body
            .deepCopy()
            .put("status", as)
            .put("error", error)
            .put("error_description", body.path("detail").textValue().replace('`', '\''));
        return new Reply(as, JSON, headers, both);
    }
}
