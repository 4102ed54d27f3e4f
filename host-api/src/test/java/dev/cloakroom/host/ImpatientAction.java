package dev.cloakroom.host;

import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** An action with the deadline that a test gives it. */
record ImpatientAction(RedemptionAction action, Supplier<Duration> limit) implements RedemptionAction {
    @Override
    public String name() {
        return action.name();
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        return action.prepare(recipient, parameters);
    }

    @Override
    public Duration deadline() {
        return limit.get();
    }
}
