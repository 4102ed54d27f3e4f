package dev.cloakroom.runtime.leak;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a number whose digits stand in pieces of at least three, in order, in texts near one another; the
 * pieces may overlap, and other things may stand between.
 */
final class Series {

    private static final Pattern PIECE = Pattern.compile("(?<![0-9])[0-9]{3,}(?![0-9])");

    /** How many texts may stand between two pieces. */
    private static final int NEAR = 4;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final String digits;

    /** For each count of leading digits: the text with the first and that with the last piece of them. */
    private final int[] first;
    private final int[] last;

    private Series(String digits) {
        this.digits = digits;
        first = new int[digits.length() + 1];
        last = new int[digits.length() + 1];
        Arrays.fill(last, NEVER);
    }

    static Stream<Encoding.Span> of(List<Leaf> leaves, Personal value) {
        return value instanceof Personal.Numeric number ? new Series(number.digits()).in(leaves) : Stream.empty();
    }

    private Stream<Encoding.Span> in(List<Leaf> leaves) {
        Stream.Builder<Encoding.Span> found = Stream.builder();
        for (int at = 0; at < leaves.size(); at++) {
            int text = at;
            PIECE.matcher(leaves.get(at).text())
                .results()
                .map(MatchResult::group)
                .forEach(piece -> take(piece, text));
            if (last[digits.length()] == at && first[digits.length()] < at) {
                found.add(new Encoding.Span(first[digits.length()], at));
            }
        }
        return found.build();
    }

    private void take(String piece, int text) {
        for (int from = digits.indexOf(piece); from >= 0; from = digits.indexOf(piece, from + 1)) {
            extend(from, from + piece.length(), text);
        }
    }

    /** The piece tells the digits from {@code from} to {@code to}: with some that lead up to it, all up to {@code to}. */
    private void extend(int from, int to, int text) {
        if (from == 0) {
            first[to] = text;
            last[to] = text;
            return;
        }
        for (int known = to - 1; known >= from; known--) {
            if (last[known] != NEVER && text - last[known] <= NEAR + 1) {
                first[to] = first[known];
                last[to] = text;
                return;
            }
        }
    }
}
