package dev.cloakroom.host.redeem.action;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message that the host registered.
 *
 * @param text with places such as <code>{dish}</code>, each with a rule and no rule without a place
 */
public record SmsTemplate(String id, String text, Map<String, ParameterRule> rules) {
    /** The parameter that names the template itself. */
    static final String RESERVED = "template";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\}");

    public SmsTemplate {
        rules = Map.copyOf(rules);
        if (rules.containsKey(RESERVED)) {
            throw new IllegalArgumentException("template `" + id + "`: no place can be called `" + RESERVED + "`");
        }
        if (!places(text).equals(rules.keySet())) {
            throw new IllegalArgumentException("template `" + id + "`: each place needs a rule, and each rule a place");
        }
    }

    /** Fills all places at once, so that a value cannot name another place. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> quoted(values, place));
    }

    private static String quoted(Map<String, String> values, MatchResult place) {
        return Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
            .results()
            .map(place -> place.group(1))
            .collect(Collectors.toSet());
    }
}
