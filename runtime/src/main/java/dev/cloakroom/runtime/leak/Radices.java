package dev.cloakroom.runtime.leak;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Spellings of a number as a number: other radices, floats, bytes. */
final class Radices {

    private static final int FEWEST_DIGITS = 7;

    private Radices() {}

    /** Every radix from 2 to 36 but 10, in lower and upper case. */
    static Stream<String> radix(Personal value) {
        return values(value).flatMap(number ->
            IntStream.rangeClosed(2, Character.MAX_RADIX)
                .filter(radix -> radix != 10)
                .mapToObj(number::toString)
                .filter(text -> text.length() >= FEWEST_DIGITS)
                .flatMap(text -> Stream.of(text, text.toUpperCase(Locale.ROOT)))
        );
    }

    /** The digits before the {@code e} of a float, such as {@code 1.3800138e}. */
    static Stream<String> scientific(Personal value) {
        return values(value)
            .map(number -> new BigDecimal(number).stripTrailingZeros().unscaledValue().toString())
            .filter(digits -> digits.length() >= FEWEST_DIGITS)
            .map(digits -> digits.charAt(0) + "." + digits.substring(1))
            .flatMap(digits -> Stream.of("e", "E", "×", "*", "x").map(digits::concat));
    }

    /** The integer's bytes, big and little endian, the IEEE 754 double's, and a protobuf varint's. */
    static Stream<String> binary(Personal value) {
        return values(value).flatMap(number ->
            Stream.of(unsigned(number), ieee(number), varint(number)).flatMap(bytes ->
                Stream.of(text(bytes), new StringBuilder(text(bytes)).reverse().toString())
            )
        );
    }

    /** Two digits in a byte, in both orders of the halves and filled with 0 or F. */
    static Stream<String> packed(Personal value) {
        return values(value)
            .map(BigInteger::toString)
            .flatMap(digits ->
                digits.length() % 2 == 0 ? Stream.of(digits) : Stream.of("0" + digits, digits + "f", digits + "0")
            )
            .flatMap(nibbles -> Stream.of(nibbles, swapped(nibbles)))
            .map(nibbles -> text(HexFormat.of().parseHex(nibbles)));
    }

    /** The number without and with the country code. */
    private static Stream<BigInteger> values(Personal value) {
        if (!(value instanceof Personal.Numeric number)) {
            return Stream.empty();
        }
        Stream<String> written = number
            .written()
            .stream()
            .filter(form -> form.matches("[1-9][0-9]{7,}"));
        return Stream.concat(Stream.of(number.digits()), written).map(BigInteger::new).distinct();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static byte[] ieee(BigInteger number) {
        return ByteBuffer.allocate(Double.BYTES).order(ByteOrder.BIG_ENDIAN).putDouble(number.doubleValue()).array();
    }

    private static byte[] varint(BigInteger number) {
        int length = (number.bitLength() + 6) / 7;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int more = i == length - 1 ? 0 : 0x80;
            bytes[i] = (byte) ((number.shiftRight(7 * i).intValue() & 0x7f) | more);
        }
        return bytes;
    }

    private static String swapped(String nibbles) {
        return nibbles.replaceAll("(.)(.)", "$2$1");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
