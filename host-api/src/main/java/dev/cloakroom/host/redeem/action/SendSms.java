package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import java.util.List;
import java.util.Map;

/**
 * {@code send-sms}: a message from a template of the host to the user's phone. The parameter {@code template} names
 * the template and the others fill its places; no parameter can be a phone number to send to.
 */
public final class SendSms implements RedemptionAction {

    private final Map<RecipientId, SmsGateway> gateways;
    private final Templates<SmsTemplate> templates;

    /**
     * Sends these templates by these gateways.
     *
     * @param gateways by the recipient that each one is
     * @throws IllegalStateException when two templates have one id
     */
    public SendSms(Map<RecipientId, SmsGateway> gateways, List<SmsTemplate> templates) {
        this.gateways = Map.copyOf(gateways);
        this.templates = new Templates<>(templates);
    }

    @Override
    public String name() {
        return "send-sms";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var gateway = gateways.get(recipient);
        return gateway == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT)
            : templates.prepare(parameters, (template, values) -> sending(gateway, template.fill(values)));
    }

    private static PreparedAction sending(SmsGateway gateway, String text) {
        return (phone, errand) -> gateway.send(phone.reveal(), text, errand.id());
    }
}
