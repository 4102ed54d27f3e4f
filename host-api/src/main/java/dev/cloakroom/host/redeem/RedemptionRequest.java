package dev.cloakroom.host.redeem;

import dev.cloakroom.host.scope.RecipientId;
import java.util.Map;
import java.util.Optional;

/**
 * What a developer's back end asks for.
 *
 * @param token what its program got
 * @param action such as {@code send-sms}
 * @param idempotencyKey with the same key, the same request gives the same receipt without acting again
 */
public record RedemptionRequest(
    String token,
    String action,
    RecipientId recipient,
    Map<String, String> parameters,
    Optional<String> idempotencyKey
) {
    public RedemptionRequest {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return "RedemptionRequest";
    }
}
