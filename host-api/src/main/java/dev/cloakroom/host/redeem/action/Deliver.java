package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.delivery.Deliveries;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.redeem.Errand;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.vault.PersonalValue;
import dev.cloakroom.host.vault.PostalAddress;
import dev.cloakroom.host.vault.StructuredValue;
import java.util.Map;

/**
 * {@code deliver}: a courier of the registry gets the address and a label. The parameters {@code reference} and
 * {@code contents} may be left out. The receipt's id is the handle under which the back end asks where the parcel is.
 */
public final class Deliver implements RedemptionAction {

    private static final String REFERENCE = "reference";
    private static final String CONTENTS = "contents";
    private static final Map<String, ParameterRule> RULES = Map.of(
        REFERENCE,
        ParameterRule.REFERENCE,
        CONTENTS,
        ParameterRule.text(60).orEmpty()
    );

    private final Map<RecipientId, Courier> couriers;
    private final Deliveries deliveries;
    private final ProgramRegistry programs;

    /** @param couriers by the recipient that each one is */
    public Deliver(Map<RecipientId, Courier> couriers, Deliveries deliveries, ProgramRegistry programs) {
        this.couriers = Map.copyOf(couriers);
        this.deliveries = deliveries;
        this.programs = programs;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var courier = couriers.get(recipient);
        return courier == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT)
            : ParameterRule.prepareOptional(
                  RULES,
                  parameters,
                  given -> (value, errand) -> order(recipient, courier, given, value, errand)
              );
    }

    private RedemptionResult order(
        RecipientId recipient,
        Courier courier,
        Map<String, String> given,
        PersonalValue value,
        Errand errand
    ) {
        var sender = programs.find(errand.program()).map(ProgramRegistration::verifiedName).orElse("");
        var label = new Courier.Label(sender, given.getOrDefault(REFERENCE, ""), given.getOrDefault(CONTENTS, ""));
        deliveries.begin(errand.id(), errand.program(), recipient);
        return StructuredValue.parse(value.reveal(), PostalAddress.class)
            .map(address -> courier.order(address, label, errand.id()))
            .orElse(RedemptionResult.FAILED);
    }
}
