package dev.cloakroom.runtime.leak;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readings of characters that are written by their numbers. */
final class Escapes {

    private static final Pattern PERCENT = Pattern.compile("%u([0-9a-fA-F]{4})|(?:%[0-9a-fA-F]{2})+");
    private static final Pattern PRINTABLE = Pattern.compile("(?:=[0-9A-F]{2})+");
    private static final Pattern SCRIPT = Pattern.compile(
        "\\\\(?:u\\{([0-9a-fA-F]{1,6})\\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))"
    );
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3]?[0-7]{2})");
    private static final Pattern ENTITY = Pattern.compile("&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));?");
    private static final Pattern CODE = Pattern.compile("0[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7})");
    private static final int REACH = 1024;
    private static final int FEWEST_CODES = 5;
    private static final int WIDEST_COMMA = 6;

    /** From a digit to the next over hexadecimal letters and a comma. */
    private static final int WIDEST_CODE = 13;

    private Escapes() {}

    /** {@code %31} and {@code %u0031}; one level, as encoded twice is read twice. */
    static List<Layer> percent(Layer layer) {
        return replaced(layer, '%', PERCENT, run ->
            run.group(1) != null ? character(Integer.parseInt(run.group(1), 16)) : bytes(run.group().replace("%", ""))
        );
    }

    /** {@code =31}, as mail has it. */
    static List<Layer> quotedPrintable(Layer layer) {
        return replaced(layer, '=', PRINTABLE, run -> bytes(run.group().replace("=", "")));
    }

    /** <code>&#92;u0031</code>, <code>&#92;u{31}</code>, {@code \x31}. */
    static List<Layer> script(Layer layer) {
        return replaced(layer, '\\', SCRIPT, escape -> character(Integer.parseInt(firstGroup(escape), 16)));
    }

    /** {@code \061}. */
    static List<Layer> octal(Layer layer) {
        return replaced(layer, '\\', OCTAL, escape -> character(Integer.parseInt(escape.group(1), 8)));
    }

    /** Numeric entities of HTML, decimal and hex. */
    static List<Layer> entity(Layer layer) {
        return replaced(layer, '&', ENTITY, escape ->
            escape.group(1) != null
                ? character(Integer.parseInt(escape.group(1)))
                : character(Integer.parseInt(escape.group(2), 16))
        );
    }

    /** Lists of character codes, {@code 49, 51} or {@code 0x31 0x33}; what stands around them goes. */
    static List<Layer> codes(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        String text = layer.text();
        for (Encoding.Span stretch : Digits.stretches(text, Digits::ascii, WIDEST_CODE, FEWEST_CODES)) {
            int end = Math.min(text.length(), stretch.end() + WIDEST_CODE);
            codes(text, CODE.matcher(text).region(stretch.start(), end), out);
        }
        return out.build();
    }

    private static void codes(String text, Matcher codes, Layer.Builder out) {
        List<MatchResult> list = new ArrayList<>();
        while (codes.find()) {
            if (!list.isEmpty() && !comma(text.substring(list.getLast().end(), codes.start()))) {
                spell(list, out);
                list.clear();
            }
            list.add(codes.toMatchResult());
        }
        spell(list, out);
    }

    private static boolean comma(String between) {
        boolean narrow = !between.isEmpty() && between.length() <= WIDEST_COMMA;
        return narrow && between.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static void spell(List<MatchResult> list, Layer.Builder out) {
        if (list.size() < FEWEST_CODES) {
            return;
        }
        for (MatchResult code : list) {
            out.add(character(Integer.parseInt(firstGroup(code), code.group(1) != null ? 16 : 10)), code.start());
        }
        out.gap();
    }

    private interface Replacement {
        String of(MatchResult match);
    }

    private static List<Layer> replaced(Layer layer, char sign, Pattern pattern, Replacement replacement) {
        String text = layer.text();
        Matcher matcher = pattern.matcher(text);
        Layer.Builder out = new Layer.Builder(layer);
        int copied = 0;
        for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, Math.max(at + 1, copied))) {
            if (matcher.region(at, text.length()).lookingAt()) {
                copy(text, copied, at, out);
                out.add(replacement.of(matcher), at);
                copied = matcher.end();
            }
        }
        copy(text, copied, copied == 0 ? 0 : text.length(), out);
        return out.build();
    }

    /** Copies what is between two replacements; the middle of a wide stretch is as it was, and searched. */
    private static void copy(String text, int from, int to, Layer.Builder out) {
        if (to - from <= 2 * REACH) {
            stretch(text, from, to, out);
            return;
        }
        stretch(text, from, from + REACH, out);
        out.gap();
        stretch(text, to - REACH, to, out);
    }

    private static void stretch(String text, int from, int to, Layer.Builder out) {
        for (int i = from; i < to; i++) {
            out.add(text.charAt(i), i);
        }
    }

    private static String firstGroup(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        throw new IllegalStateException("a pattern matched without a group");
    }

    private static String character(int code) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : "" + Layer.GAP;
    }

    private static String bytes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
