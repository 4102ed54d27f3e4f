package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.payment.Orders;
import dev.cloakroom.host.redeem.Errand;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.host.vault.PersonalValue;
import dev.cloakroom.host.vault.StructuredValue;
import java.util.Map;

/**
 * {@code charge}: the order that the token is bound to is paid with the user's instrument. The parameter {@code order}
 * repeats its id; a token that is bound to none charges nothing.
 */
public final class Charge implements RedemptionAction {

    private static final Map<String, ParameterRule> RULES = Map.of(
        Orders.BINDING,
        ParameterRule.matching(64, "[A-Za-z0-9_-]+")
    );

    private final Orders orders;

    public Charge(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "charge";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        return orders.gateways().contains(recipient)
            ? ParameterRule.prepare(RULES, parameters, (value, errand) -> charge(recipient, value, errand))
            : new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT);
    }

    private RedemptionResult charge(RecipientId recipient, PersonalValue value, Errand errand) {
        return StructuredValue.parse(value.reveal(), PaymentInstrument.class)
            .map(instrument -> orders.charge(errand, recipient, instrument))
            .orElse(RedemptionResult.FAILED);
    }
}
