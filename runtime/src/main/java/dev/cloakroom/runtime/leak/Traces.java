package dev.cloakroom.runtime.leak;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds most of a number. Parts of a number stand in honest data by chance, so a part counts only with
 * bounds that keep chance away: among a million random tokens of its own length that a text holds, one
 * in twenty million tells seven digits of a given number, one in a hundred million more than that.
 */
final class Traces {

    private static final Pattern RUN = Pattern.compile("(?<![0-9])[0-9]{7,}(?![0-9])");
    private static final Pattern GROUPS = Pattern.compile(
        "(?<![0-9A-Za-z])\\(?[0-9]{1,6}(?:[) .-]{1,2}[0-9]{1,6}){1,5}(?![0-9A-Za-z])"
    );
    private static final Pattern MASKED = Pattern.compile(
        "(?<![0-9])[0-9]{2,7}[*xX#•·…＊_?.-]{2,8}[0-9]{2,7}(?![0-9])"
    );
    private static final int WITH_LETTERS = 9;
    private static final int GROUPED = 8;
    private static final int UNMASKED = 6;

    private Traces() {}

    /**
     * Seven or more digits in a row, but not all: a run of its own between other characters than letters
     * and digits, nine or more also between letters.
     */
    static Stream<Encoding.Span> part(Layer layer, Personal value) {
        return find(
            RUN,
            layer,
            value,
            (run, digits) ->
                digits.contains(run.group()) && (run.group().length() >= WITH_LETTERS || alone(layer.text(), run))
        );
    }

    /** Eight or more digits in a row, but not all, in groups between spaces, dots, dashes, parentheses. */
    static Stream<Encoding.Span> groupedPart(Layer layer, Personal value) {
        return find(GROUPS, layer, value, (groups, digits) -> {
            String joined = Folds.digitsOf(groups.group());
            return joined.length() >= GROUPED && joined.length() < digits.length() && digits.contains(joined);
        });
    }

    /** The number's first and last digits, six or more together, and a mask between. */
    static Stream<Encoding.Span> masked(Layer layer, Personal value) {
        return find(MASKED, layer, value, (masked, digits) -> {
            String first = masked.group().replaceAll("[^0-9].*", "");
            String last = masked.group().replaceAll(".*[^0-9]", "");
            int shown = first.length() + last.length();
            return shown >= UNMASKED && shown < digits.length() && digits.startsWith(first) && digits.endsWith(last);
        });
    }

    private interface Test {
        boolean of(MatchResult found, String digits);
    }

    private static Stream<Encoding.Span> find(Pattern pattern, Layer layer, Personal value, Test test) {
        if (!(value instanceof Personal.Numeric number)) {
            return Stream.empty();
        }
        return pattern
            .matcher(layer.text())
            .results()
            .filter(
                found -> found.group().length() != number.digits().length() || !found.group().equals(number.digits())
            )
            .filter(found -> test.of(found, number.digits()))
            .map(found -> new Encoding.Span(found.start(), found.end()));
    }

    private static boolean alone(String text, MatchResult run) {
        boolean before = run.start() == 0 || !Character.isLetterOrDigit(text.charAt(run.start() - 1));
        boolean after = run.end() == text.length() || !Character.isLetterOrDigit(text.charAt(run.end()));
        return before && after;
    }
}
