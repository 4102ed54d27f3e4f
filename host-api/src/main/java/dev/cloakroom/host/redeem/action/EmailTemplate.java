package dev.cloakroom.host.redeem.action;

import java.util.Map;

/**
 * A mail that the host registered.
 *
 * @param subject one line, with places such as <code>{orderNo}</code>
 * @param text with places too; each place of either has a rule, and no rule is without a place
 */
public record EmailTemplate(
    String id,
    String subject,
    String text,
    Map<String, ParameterRule> rules
) implements Template {
    public EmailTemplate {
        rules = Map.copyOf(rules);
        Places.require(id, subject + "\n" + text, rules);
    }
}
