package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code send-sms}: a message from a template of the host to the user's phone. The parameter {@code template} names
 * the template and the others fill its places; no parameter can be a phone number to send to.
 */
public final class SendSms implements RedemptionAction {

    private final Map<RecipientId, SmsGateway> gateways;
    private final Map<String, SmsTemplate> templates;

    /**
     * Sends these templates by these gateways.
     *
     * @param gateways by the recipient that each one is
     * @throws IllegalStateException when two templates have one id
     */
    public SendSms(Map<RecipientId, SmsGateway> gateways, List<SmsTemplate> templates) {
        this.gateways = Map.copyOf(gateways);
        this.templates = templates.stream().collect(Collectors.toUnmodifiableMap(SmsTemplate::id, Function.identity()));
    }

    @Override
    public String name() {
        return "send-sms";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var gateway = gateways.get(recipient);
        var template = templates.get(parameters.getOrDefault(SmsTemplate.RESERVED, ""));
        if (gateway == null) {
            return new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT);
        }
        if (template == null) {
            return new Preparation.Unfit(RefusalReason.UNKNOWN_TEMPLATE);
        }
        var values = new HashMap<>(parameters);
        values.remove(SmsTemplate.RESERVED);
        return problem(template, values)
            .<Preparation>map(Preparation.Unfit::new)
            .orElseGet(() -> ready(gateway, template.fill(values)));
    }

    private static Preparation ready(SmsGateway gateway, String text) {
        return new Preparation.Ready((phone, id) -> gateway.send(phone.reveal(), text, id));
    }

    private static Optional<RefusalReason> problem(SmsTemplate template, Map<String, String> values) {
        var rules = template.rules();
        if (!rules.keySet().containsAll(values.keySet())) {
            return Optional.of(RefusalReason.UNEXPECTED_PARAMETER);
        }
        if (!values.keySet().containsAll(rules.keySet())) {
            return Optional.of(RefusalReason.MISSING_PARAMETER);
        }
        var allowed = rules
            .entrySet()
            .stream()
            .allMatch(rule -> rule.getValue().allows(values.getOrDefault(rule.getKey(), "")));
        return allowed ? Optional.empty() : Optional.of(RefusalReason.PARAMETER_NOT_ALLOWED);
    }
}
