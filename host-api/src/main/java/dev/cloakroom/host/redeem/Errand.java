package dev.cloakroom.host.redeem;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import java.util.Map;

/**
 * What an action is told beside the value.
 *
 * @param id the redemption's: random, unique, the receipt's too, and the key for recipients that know idempotency
 * @param binding what the token was bound to when it was minted, which no back end can change
 */
public record Errand(String id, ProgramId program, UserId user, Scope scope, Map<String, String> binding) {
    public Errand {
        binding = Map.copyOf(binding);
    }
}
