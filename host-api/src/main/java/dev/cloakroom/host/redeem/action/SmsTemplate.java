package dev.cloakroom.host.redeem.action;

import java.util.Map;

/**
 * A message that the host registered.
 *
 * @param text with places such as <code>{dish}</code>, each with a rule and no rule without a place
 */
public record SmsTemplate(String id, String text, Map<String, ParameterRule> rules) implements Template {
    public SmsTemplate {
        rules = Map.copyOf(rules);
        Places.require(id, text, rules);
    }

    String fill(Map<String, String> values) {
        return Places.fill(text, values);
    }
}
