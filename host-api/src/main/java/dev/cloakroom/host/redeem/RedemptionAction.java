package dev.cloakroom.host.redeem;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.vault.PersonalValue;
import java.time.Duration;
import java.util.Map;

/** One thing that a token can be redeemed for. A scope lists the names of its actions. */
public interface RedemptionAction {
    Duration DEADLINE = Duration.ofSeconds(30);

    /** Such as {@code send-sms}. */
    String name();

    /** Checks everything that the back end gave, before a use is spent; does nothing yet. */
    Preparation prepare(RecipientId recipient, Map<String, String> parameters);

    /**
     * How long to wait for its end. Then the back end hears {@link RedemptionResult#UNKNOWN} and the action's thread is
     * interrupted; an end that comes later is still recorded, and told to who repeats the request with its key.
     */
    default Duration deadline() {
        return DEADLINE;
    }

    /** Whether the action can start. */
    sealed interface Preparation {
        record Ready(PreparedAction action) implements Preparation {}

        record Unfit(RefusalReason reason) implements Preparation {}
    }

    /** An action with its parameters checked. */
    @FunctionalInterface
    interface PreparedAction {
        /**
         * Acts, once, on a thread of its own. Whatever it throws counts as {@link RedemptionResult#UNKNOWN}.
         *
         * @param errand for whom it is, and under which id
         */
        RedemptionResult perform(PersonalValue value, Errand errand);
    }
}
