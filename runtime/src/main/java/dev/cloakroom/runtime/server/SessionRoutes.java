package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.LoginCodes;
import dev.cloakroom.runtime.json.Json;

/**
 * {@code POST /v1/session}: exchanges a code of {@code wx.login} for the user's pairwise subject, as
 * WeChat's code2Session does, but for a subject that no other program knows.
 */
final class SessionRoutes implements Call.Route<ObjectNode> {

    static final String PATH = "/v1/session";

    private final LoginCodes logins;

    SessionRoutes(LoginCodes logins) {
        this.logins = logins;
    }

    @Override
    public Reply answer(Call call, ObjectNode body) {
        return StrictObject.of(body, "code")
            .flatMap(members -> members.text("code"))
            .map(code -> exchange(call, code))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    private Reply exchange(Call call, String code) {
        return logins
            .exchange(call.program(), code)
            .map(subject -> Reply.ok(Json.object().put("subject", subject.value())))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_CODE));
    }
}
