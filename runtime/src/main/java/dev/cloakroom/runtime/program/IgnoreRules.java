package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code packOptions.ignore} of {@code project.config.json}: what is not part of the package. A rule has a
 * type (folder, file, suffix, prefix, glob, regexp) and a value, as WeChat documents them; paths are
 * relative to the program's folder.
 */
final class IgnoreRules {

    private static final int MAX_RULES = 200;
    private static final int MAX_VALUE = 512;

    private final List<Predicate<String>> rules;

    private IgnoreRules(List<Predicate<String>> rules) {
        this.rules = rules;
    }

    /** The rules of the list {@code rules}, which may be missing, in {@code input}. */
    static IgnoreRules of(JsonInput input, JsonNode rules) {
        if (rules.size() > MAX_RULES) {
            throw input.bad(rules, "`packOptions.ignore` must have at most " + MAX_RULES + " entries");
        }
        List<Predicate<String>> parsed = new ArrayList<>();
        rules.forEach(rule -> parsed.add(rule(input, rule)));
        return new IgnoreRules(parsed);
    }

    /** Whether the file or folder of this path is left out. */
    boolean matches(String path) {
        return rules.stream().anyMatch(rule -> rule.test(path));
    }

    private static Predicate<String> rule(JsonInput input, JsonNode rule) {
        String value = rule.path("value").asText();
        if (value.isEmpty() || value.length() > MAX_VALUE) {
            throw input.bad(rule, "`value` must be a text of 1 to " + MAX_VALUE + " characters");
        }
        return switch (rule.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "folder", "file" -> trimmed(value)::equals;
            case "suffix" -> path -> path.endsWith(value);
            case "prefix" -> path -> path.substring(path.lastIndexOf('/') + 1).startsWith(value);
            case "glob" -> matching(input, rule, "^" + Glob.toRegex(trimmed(value)) + "$");
            case "regexp" -> matching(input, rule, value);
            default -> throw input.bad(
                rule,
                "`type` must be one of `folder`, `file`, `suffix`, `prefix`, `glob`, `regexp`"
            );
        };
    }

    private static Predicate<String> matching(JsonInput input, JsonNode rule, String regex) {
        Pattern pattern = pattern(input, rule, regex);
        return path -> {
            try {
                return pattern.matcher(new BoundedText(path)).find();
            } catch (BoundedText.Exhausted | StackOverflowError e) {
                throw tooCostly(input, rule);
            }
        };
    }

    private static BadInput tooCostly(JsonInput input, JsonNode rule) {
        return input.bad(rule, "takes too long to match: use a simpler expression");
    }

    private static Pattern pattern(JsonInput input, JsonNode rule, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw input.bad(rule, "is not a regular expression");
        }
    }

    private static String trimmed(String path) {
        return path.replaceFirst("^(\\./|/)", "").replaceFirst("/$", "");
    }
}
