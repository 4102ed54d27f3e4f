package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.redeem.Redeemer;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionReceipt;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.runtime.json.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/redeem}: has the host act on what a token stands for. The answer is a receipt and never
 * the value. The header {@code Idempotency-Key} makes a repeated request harmless.
 */
final class RedemptionRoutes implements Call.Route<ObjectNode> {

    static final String PATH = "/v1/redeem";

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final Redeemer redeemer;

    RedemptionRoutes(Redeemer redeemer) {
        this.redeemer = redeemer;
    }

    @Override
    public Reply answer(Call call, ObjectNode body) {
        Optional<String> key = call.header(KEY_HEADER).filter(given -> KEY.matcher(given).matches());
        if (call.has(KEY_HEADER) && key.isEmpty()) {
            return Reply.of(ErrorCode.INVALID_PARAMETER);
        }
        return request(body, key)
            .map(request -> reply(redeemer.redeem(call.program(), request)))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    /** The redemption that the content asks for; empty when it asks for none. */
    static Optional<RedemptionRequest> request(ObjectNode body, Optional<String> key) {
        return StrictObject.of(body, "token", "action", "recipient", "parameters").flatMap(members ->
            request(members, key)
        );
    }

    private static Optional<RedemptionRequest> request(StrictObject members, Optional<String> key) {
        var token = members.text("token");
        var action = members.text("action");
        var recipient = members.text("recipient").filter(Ids::isId);
        var parameters = members.texts("parameters");
        return token.isPresent() && action.isPresent() && recipient.isPresent() && parameters.isPresent()
            ? Optional.of(
                  new RedemptionRequest(
                      token.get(),
                      action.get(),
                      new RecipientId(recipient.get()),
                      parameters.get(),
                      key
                  )
              )
            : Optional.empty();
    }

    private static Reply reply(RedemptionOutcome outcome) {
        return switch (outcome) {
            case RedemptionOutcome.Completed(RedemptionReceipt receipt) -> Reply.ok(
                Json.object()
                    .put("receipt", receipt.id())
                    .put("result", receipt.result().name().toLowerCase(Locale.ROOT))
                    .put("at", receipt.at().toString())
            );
            case RedemptionOutcome.Refused(var reason) -> Reply.of(reason.code());
        };
    }
}
