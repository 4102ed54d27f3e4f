package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.redeem.Redeemer;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionReceipt;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.runtime.json.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/redeem}: has the host act on what a token stands for. The answer is a receipt and never
 * the value. The optional header {@code Idempotency-Key} makes a repeated request harmless.
 */
final class RedemptionRoutes implements Exchange.Route {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final Redeemer redeemer;

    RedemptionRoutes(Redeemer redeemer) {
        this.redeemer = redeemer;
    }

    @Override
    public void handle(Exchange exchange, AuthenticatedProgram program, ObjectNode body) {
        read(exchange, body).ifPresentOrElse(
            request -> answer(exchange, redeemer.redeem(program, request)),
            () -> exchange.refuse(ErrorCode.INVALID_PARAMETER)
        );
    }

    private static Optional<RedemptionRequest> read(Exchange exchange, ObjectNode body) {
        Optional<String> key = Optional.ofNullable(exchange.header("Idempotency-Key"));
        Optional<Map<String, String>> parameters = parameters(body.path("parameters"));
        String recipient = body.path("recipient").asText();
        boolean valid =
            body.path("token").isTextual() &&
            body.path("action").isTextual() &&
            Ids.isId(recipient) &&
            key.map(given -> KEY.matcher(given).matches()).orElse(true);
        return parameters
            .filter(_ -> valid)
            .map(given ->
                new RedemptionRequest(
                    body.get("token").textValue(),
                    body.get("action").textValue(),
                    new RecipientId(recipient),
                    given,
                    key
                )
            );
    }

    private static Optional<Map<String, String>> parameters(JsonNode given) {
        Map<String, String> parameters = new HashMap<>();
        for (var each : given.properties()) {
            if (!each.getValue().isTextual()) {
                return Optional.empty();
            }
            parameters.put(each.getKey(), each.getValue().textValue());
        }
        return Optional.of(parameters);
    }

    private static void answer(Exchange exchange, RedemptionOutcome outcome) {
        switch (outcome) {
            case RedemptionOutcome.Completed(RedemptionReceipt receipt) -> exchange.answer(
                Json.object()
                    .put("receipt", receipt.id())
                    .put("result", receipt.result().name().toLowerCase(Locale.ROOT))
                    .put("at", receipt.at().toString())
            );
            case RedemptionOutcome.Refused(var reason) -> exchange.refuse(reason.code());
        }
    }
}
