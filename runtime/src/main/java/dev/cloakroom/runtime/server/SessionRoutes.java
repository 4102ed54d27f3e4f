package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.LoginCodes;
import dev.cloakroom.runtime.json.Json;

/**
 * {@code POST /v1/session}: exchanges a code of {@code wx.login} for the user's pairwise subject, as
 * WeChat's code2Session does, but for a subject that no other program knows.
 */
final class SessionRoutes implements Exchange.Route {

    private final LoginCodes logins;

    SessionRoutes(LoginCodes logins) {
        this.logins = logins;
    }

    @Override
    public void handle(Exchange exchange, AuthenticatedProgram program, ObjectNode body) {
        logins
            .exchange(program, body.path("code").asText())
            .ifPresentOrElse(
                subject -> exchange.answer(Json.object().put("subject", subject.value())),
                () -> exchange.refuse(ErrorCode.INVALID_CODE)
            );
    }
}
