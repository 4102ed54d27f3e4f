package dev.cloakroom.host.redeem;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.vault.PersonalValue;
import java.util.Map;

/** One thing that a token can be redeemed for. A scope lists the names of its actions. */
public interface RedemptionAction {
    /** Such as {@code send-sms}. */
    String name();

    /** Checks everything that the back end gave, before a use is spent; does nothing yet. */
    Preparation prepare(RecipientId recipient, Map<String, String> parameters);

    /** Whether the action can start. */
    sealed interface Preparation {
        record Ready(PreparedAction action) implements Preparation {}

        record Unfit(RefusalReason reason) implements Preparation {}
    }

    /** An action with its parameters checked. */
    @FunctionalInterface
    interface PreparedAction {
        /**
         * Acts, once. An exception counts as {@link RedemptionResult#UNKNOWN}.
         *
         * @param redemptionId unique; for recipients that take an idempotency key
         */
        RedemptionResult perform(PersonalValue value, String redemptionId);
    }
}
