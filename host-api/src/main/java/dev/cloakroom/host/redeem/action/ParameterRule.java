package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction.Preparation;
import dev.cloakroom.host.redeem.RedemptionAction.PreparedAction;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a developer's back end may put into one place of a template. Whatever the rule, control and invisible
 * characters are refused.
 *
 * @param maxLength in characters
 * @param pattern the whole text must match it
 * @param allowLinks without it, nothing may look like an address in the web
 * @param allowNumbers without it, no text may have seven digits or more, separated or not
 */
public record ParameterRule(int maxLength, Pattern pattern, boolean allowLinks, boolean allowNumbers) {
    /** What a back end calls a matter in its own books; may be left empty. */
    static final ParameterRule REFERENCE = matching(64, "[A-Za-z0-9._-]*");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern LINK = Pattern.compile(
        "://|(?i:\\bwww\\b)|[\\p{L}\\p{N}-](\\.\\p{L}{2}|\\u3002[A-Za-z]{2})|[/@]\\p{L}",
        Pattern.UNICODE_CHARACTER_CLASS
    );
    private static final int PHONE_DIGITS = 7;

    public ParameterRule {
        if (maxLength < 1) {
            throw new IllegalArgumentException("a parameter must have room for at least one character");
        }
    }

    /** Any text of at most {@code maxLength} characters that holds no link and no number like a phone's. */
    public static ParameterRule text(int maxLength) {
        return new ParameterRule(maxLength, Pattern.compile(".+"), false, false);
    }

    /** Text that matches the pattern, digits included. */
    public static ParameterRule matching(int maxLength, String pattern) {
        return new ParameterRule(maxLength, Pattern.compile(pattern), false, true);
    }

    /** The same rule for a parameter that may be left empty. */
    ParameterRule orEmpty() {
        return new ParameterRule(maxLength, Pattern.compile("|" + pattern.pattern()), allowLinks, allowNumbers);
    }

    /** The action, once its parameters fit the rules; one that is left out counts as empty. */
    static Preparation prepareOptional(
        Map<String, ParameterRule> rules,
        Map<String, String> parameters,
        Function<Map<String, String>, PreparedAction> action
    ) {
        var given = new HashMap<>(parameters);
        rules.keySet().forEach(name -> given.putIfAbsent(name, ""));
        return prepare(rules, given, action.apply(given));
    }

    /** The action, once its parameters fit the rules. */
    static Preparation prepare(
        Map<String, ParameterRule> rules,
        Map<String, String> parameters,
        PreparedAction action
    ) {
        return problem(rules, parameters)
            .<Preparation>map(Preparation.Unfit::new)
            .orElseGet(() -> new Preparation.Ready(action));
    }

    /** What is wrong with parameters of which each must have a rule, and each rule its parameter. */
    private static Optional<RefusalReason> problem(Map<String, ParameterRule> rules, Map<String, String> parameters) {
        if (!rules.keySet().containsAll(parameters.keySet())) {
            return Optional.of(RefusalReason.UNEXPECTED_PARAMETER);
        }
        if (!parameters.keySet().containsAll(rules.keySet())) {
            return Optional.of(RefusalReason.MISSING_PARAMETER);
        }
        var allowed = rules
            .entrySet()
            .stream()
            .allMatch(rule -> rule.getValue().allows(parameters.getOrDefault(rule.getKey(), "")));
        return allowed ? Optional.empty() : Optional.of(RefusalReason.PARAMETER_NOT_ALLOWED);
    }

    boolean allows(String text) {
        if (text.length() > maxLength || INVISIBLE.matcher(text).find() || !pattern.matcher(text).matches()) {
            return false;
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return (allowLinks || !LINK.matcher(plain).find()) && (allowNumbers || digits(plain) < PHONE_DIGITS);
    }

    private static long digits(String text) {
        return text.codePoints().filter(ParameterRule::isDigit).count();
    }

    /** Chinese numerals count: a number can be written with them. */
    private static boolean isDigit(int point) {
        return Character.isDigit(point) || "〇零一二三四五六七八九".indexOf(point) >= 0;
    }
}
