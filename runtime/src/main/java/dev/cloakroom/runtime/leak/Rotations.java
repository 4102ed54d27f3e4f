package dev.cloakroom.runtime.leak;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Spellings that move characters about without hiding them. */
final class Rotations {

    private Rotations() {}

    /** The value itself. */
    static Stream<String> plain(Personal value) {
        return switch (value) {
            case Personal.Numeric number -> Stream.of(number.digits());
            case Personal.Text text -> text.read();
        };
    }

    /** Back to front. */
    static Stream<String> reversed(Personal value) {
        return plain(value).map(text -> new StringBuilder(text).reverse().toString());
    }

    /** Every digit moved by the same amount, or taken from nine or ten. */
    static Stream<String> shifted(Personal value) {
        Stream<IntUnaryOperator> moves = IntStream.range(1, 10).mapToObj(by -> digit -> (digit + by) % 10);
        Stream<IntUnaryOperator> mirrors = Stream.of(digit -> 9 - digit, digit -> (10 - digit) % 10);
        return Stream.concat(moves, mirrors).flatMap(move -> numbers(value).map(text -> digitwise(text, '0', move)));
    }

    /** Each digit as a letter, counted from {@code a} or {@code A}, 0 or 1 first, or as a keyboard has them. */
    static Stream<String> letters(Personal value) {
        return numbers(value).flatMap(text ->
            Stream.of(
                digitwise(text, 'a', digit -> digit),
                digitwise(text, 'A', digit -> digit),
                digitwise(text, 'a', digit -> (digit + 9) % 10),
                digitwise(text, 'A', digit -> (digit + 9) % 10),
                digitwise(text, 0, digit -> "poiuytrewq".charAt((10 - digit) % 10)),
                digitwise(text, 0, digit -> ")!@#$%^&*(".charAt(digit))
            )
        );
    }

    /** Latin letters moved by thirteen. */
    static Stream<String> rot13(Personal value) {
        return changed(value, Rotations::rot13);
    }

    /** The 94 visible ASCII characters moved by 47. */
    static Stream<String> rot47(Personal value) {
        return changed(value, Rotations::rot47);
    }

    private static Stream<String> changed(Personal value, IntUnaryOperator move) {
        Stream<String> plain = plain(value).filter(text -> !charwise(text, move).equals(text));
        return plain.map(text -> charwise(text, move));
    }

    private static Stream<String> numbers(Personal value) {
        return value instanceof Personal.Numeric number ? Stream.of(number.digits()) : Stream.empty();
    }

    private static String digitwise(String digits, int zero, IntUnaryOperator move) {
        return charwise(digits, c -> zero + move.applyAsInt(c - '0'));
    }

    private static String charwise(String text, IntUnaryOperator move) {
        StringBuilder out = new StringBuilder();
        text.chars()
            .map(move)
            .forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static int rot13(int c) {
        int base = c >= 'a' && c <= 'z' ? 'a' : 'A';
        return c >= base && c < base + 26 ? base + ((c - base + 13) % 26) : c;
    }

    private static int rot47(int c) {
        return c > 32 && c < 127 ? 33 + ((c - 33 + 47) % 94) : c;
    }
}
