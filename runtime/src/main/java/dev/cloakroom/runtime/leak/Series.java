package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
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

    private record Piece(String digits, int text) {}

    static Stream<Encoding.Traced> of(List<Leaf> leaves, List<Personal.Numeric> numbers) {
        List<Piece> pieces = numbers.isEmpty() ? List.of() : pieces(leaves);
        return numbers
            .stream()
            .flatMap(number -> new Series(number.digits()).in(pieces).map(span -> new Encoding.Traced(number, span)));
    }

    private static List<Piece> pieces(List<Leaf> leaves) {
        List<Piece> pieces = new ArrayList<>();
        for (int text = 0; text < leaves.size(); text++) {
            Matcher matcher = PIECE.matcher(leaves.get(text).text());
            while (matcher.find()) {
                pieces.add(new Piece(matcher.group(), text));
            }
        }
        return pieces;
    }

    private Stream<Encoding.Span> in(List<Piece> pieces) {
        Stream.Builder<Encoding.Span> found = Stream.builder();
        for (Piece piece : pieces) {
            take(piece.digits(), piece.text());
            if (last[digits.length()] == piece.text() && first[digits.length()] < piece.text()) {
                found.add(new Encoding.Span(first[digits.length()], piece.text()));
                last[digits.length()] = NEVER;
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
