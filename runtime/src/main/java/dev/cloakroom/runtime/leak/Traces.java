package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds most of a number. Parts of a number stand in honest data by chance, so a part counts only as a
 * whole token. Of random tokens of seven digits one in two million is a part of a given number, of eight
 * digits one in twenty-five million: a text with many thousand random numbers of seven digits, such as
 * order numbers, can raise a false alarm; times, hex and base64 do not.
 */
final class Traces {

    private static final Pattern RUN = Pattern.compile("(?<![0-9])[0-9]{7,}(?![0-9])");
    private static final Pattern GROUPS = Pattern.compile(
        "(?<![0-9A-Za-z])[0-9]{1,6}(?:[) .-]{1,2}[0-9]{1,6}){1,5}(?![0-9A-Za-z])"
    );
    private static final Pattern MASKED = Pattern.compile(
        "(?<![0-9])([0-9]{2,7})[*xX#•·…＊_?.-]{2,8}([0-9]{2,7})(?![0-9])"
    );
    private static final int WIDEST_GAP = 9;
    private static final int WITH_LETTERS = 9;
    private static final int GROUPED = 8;
    private static final int UNMASKED = 6;

    private Traces() {}

    /**
     * Seven or more digits in a row, but not all: a run of its own between other characters than letters
     * and digits, nine or more also between letters.
     */
    static Stream<Encoding.Traced> part(Layer layer, List<Personal.Numeric> numbers) {
        return find(
            RUN,
            layer,
            run -> {
                boolean bounded = run.group().length() >= WITH_LETTERS || alone(layer.text(), run);
                return digits -> bounded && digits.length() > run.group().length() && digits.contains(run.group());
            },
            numbers
        );
    }

    /** Eight or more digits in a row, but not all, in groups between spaces, dots, dashes, parentheses. */
    static Stream<Encoding.Traced> groupedPart(Layer layer, List<Personal.Numeric> numbers) {
        return find(
            GROUPS,
            layer,
            groups -> {
                String joined = Folds.digitsOf(groups.group());
                return digits ->
                    joined.length() >= GROUPED && digits.length() > joined.length() && digits.contains(joined);
            },
            numbers
        );
    }

    /** The number's first and last digits, six or more together, and a mask between. */
    static Stream<Encoding.Traced> masked(Layer layer, List<Personal.Numeric> numbers) {
        return find(
            MASKED,
            layer,
            masked -> {
                String first = masked.group(1);
                String last = masked.group(2);
                int shown = first.length() + last.length();
                return digits ->
                    shown >= UNMASKED && shown < digits.length() && digits.startsWith(first) && digits.endsWith(last);
            },
            numbers
        );
    }

    private interface Test {
        /** Whether what was found tells a number with these digits. */
        Predicate<String> of(MatchResult found);
    }

    private static Stream<Encoding.Traced> find(
        Pattern pattern,
        Layer layer,
        Test test,
        List<Personal.Numeric> numbers
    ) {
        if (numbers.isEmpty()) {
            return Stream.empty();
        }
        String text = layer.text();
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
        List<Encoding.Traced> found = new ArrayList<>();
        for (Encoding.Span stretch : Digits.stretches(text, Digits::ascii, WIDEST_GAP, UNMASKED)) {
            matcher.region(stretch.start(), stretch.end());
            while (matcher.find()) {
                add(matcher, test.of(matcher), numbers, found);
            }
        }
        return found.stream();
    }

    private static void add(
        MatchResult match,
        Predicate<String> tells,
        List<Personal.Numeric> numbers,
        List<Encoding.Traced> found
    ) {
        for (Personal.Numeric number : numbers) {
            if (tells.test(number.digits())) {
                found.add(new Encoding.Traced(number, new Encoding.Span(match.start(), match.end())));
            }
        }
    }

    private static boolean alone(String text, MatchResult run) {
        boolean before = run.start() == 0 || !Character.isLetterOrDigit(text.charAt(run.start() - 1));
        boolean after = run.end() == text.length() || !Character.isLetterOrDigit(text.charAt(run.end()));
        return before && after;
    }
}
