package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.token.Introspection;
import dev.cloakroom.host.token.TokenDesk;
import dev.cloakroom.runtime.json.Json;
import java.util.stream.Stream;

/**
 * {@code POST /v1/introspect} (RFC 7662): what one of the program's own tokens is good for. Any other token is
 * {@code {"active":false}}, whatever the reason.
 */
final class IntrospectionRoutes implements Call.Route<Form> {

    static final String PATH = "/v1/introspect";

    private final TokenDesk tokens;

    IntrospectionRoutes(TokenDesk tokens) {
        this.tokens = tokens;
    }

    @Override
    public Reply answer(Call call, Form form) {
        return form
            .parameter("token")
            .map(token -> Reply.ok(introspect(call, token)))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    private ObjectNode introspect(Call call, String token) {
        return tokens
            .introspect(call.program(), token)
            .map(found -> active(call, found))
            .orElseGet(() -> Json.object().put("active", false));
    }

    private static ObjectNode active(Call call, Introspection found) {
        var answer = Json.object()
            .put("active", true)
            .put("scope", found.scope().name())
            .put("client_id", call.program().id().value())
            .put("sub", found.subject().value())
            .put("exp", found.expiresAt().getEpochSecond())
            .put("iat", found.issuedAt().getEpochSecond())
            .put("jti", found.id())
            .put("purpose", found.purpose())
            .put("uses_left", found.usesLeft());
        answer.set("recipients", sorted(found.recipients().stream().map(RecipientId::value)));
        answer.set("actions", sorted(found.actions().stream()));
        return answer;
    }

    private static ArrayNode sorted(Stream<String> names) {
        var array = Json.array();
        names.sorted().forEach(array::add);
        return array;
    }
}
