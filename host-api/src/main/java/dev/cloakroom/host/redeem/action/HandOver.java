package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Map;

/**
 * {@code hand-over}: a recipient of the registry gets the value. The parameter {@code reference}, which may be left
 * out, says what it is for in the words of the back end's own books: letters, digits, {@code . _ -}.
 */
public final class HandOver implements RedemptionAction {

    private static final String REFERENCE = "reference";
    private static final Map<String, ParameterRule> RULES = Map.of(REFERENCE, ParameterRule.REFERENCE);

    private final Map<RecipientId, ValueReceiver> receivers;

    /** @param receivers by the recipient that each one is */
    public HandOver(Map<RecipientId, ValueReceiver> receivers) {
        this.receivers = Map.copyOf(receivers);
    }

    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var receiver = receivers.get(recipient);
        return receiver == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT)
            : ParameterRule.prepareOptional(RULES, parameters, given -> handing(receiver, given));
    }

    private static PreparedAction handing(ValueReceiver receiver, Map<String, String> given) {
        var reference = given.getOrDefault(REFERENCE, "");
        return (value, errand) -> receiver.receive(errand.scope(), value.reveal(), reference, errand.id());
    }
}
