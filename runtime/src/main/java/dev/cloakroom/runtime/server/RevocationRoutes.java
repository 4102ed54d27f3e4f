package dev.cloakroom.runtime.server;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.host.token.TokenDesk;
import dev.cloakroom.runtime.json.Json;

/**
 * {@code POST /v1/revoke} (RFC 7009): gives back one of the program's tokens, one that stands for data or the access
 * token that it calls with. Any other token gets the same answer.
 */
final class RevocationRoutes implements Call.Route<Form> {

    static final String PATH = "/v1/revoke";

    private final TokenDesk tokens;
    private final ProgramTokens programTokens;

    RevocationRoutes(TokenDesk tokens, ProgramTokens programTokens) {
        this.tokens = tokens;
        this.programTokens = programTokens;
    }

    @Override
    public Reply answer(Call call, Form form) {
        return form
            .parameter("token")
            .map(token -> revoke(call, token))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    private Reply revoke(Call call, String token) {
        tokens.revoke(call.program(), token);
        programTokens.revoke(call.program(), token);
        return Reply.ok(Json.object());
    }
}
