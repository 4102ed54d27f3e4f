package dev.cloakroom.host.redeem.action;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places in a template's text, such as <code>{dish}</code>. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\}");

    private Places() {}

    /**
     * Checks a template when the host registers it.
     *
     * @throws IllegalArgumentException unless each place of the text has a rule, and each rule a place
     */
    static void require(String id, String text, Map<String, ParameterRule> rules) {
        if (rules.containsKey(Template.PARAMETER)) {
            throw new IllegalArgumentException(
                "template `" + id + "`: no place can be called `" + Template.PARAMETER + "`"
            );
        }
        if (!of(text).equals(rules.keySet())) {
            throw new IllegalArgumentException("template `" + id + "`: each place needs a rule, and each rule a place");
        }
    }

    /** Fills all places at once, so that a value cannot name another place. */
    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> quoted(values, place));
    }

    private static String quoted(Map<String, String> values, MatchResult place) {
        return Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""));
    }

    private static Set<String> of(String text) {
        return PLACE.matcher(text)
            .results()
            .map(place -> place.group(1))
            .collect(Collectors.toSet());
    }
}
