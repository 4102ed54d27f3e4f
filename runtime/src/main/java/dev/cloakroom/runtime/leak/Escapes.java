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

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern PRINTABLE = Pattern.compile("(?:=[0-9A-F]{2})+");
    private static final Pattern SCRIPT = Pattern.compile(
        "\\\\(?:u\\{([0-9a-fA-F]{1,6})\\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))|%u([0-9a-fA-F]{4})"
    );
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3]?[0-7]{2})");
    private static final Pattern ENTITY = Pattern.compile("&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));?");
    private static final Pattern CODE = Pattern.compile("0[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7})");
    private static final int REACH = 1024;
    private static final int FEWEST_CODES = 5;
    private static final int WIDEST_COMMA = 6;

    private Escapes() {}

    /** {@code %31}; one level, as encoded twice is read twice. */
    static List<Layer> percent(Layer layer) {
        return replaced(layer, '%', PERCENT, run -> bytes(run.group().replace("%", "")));
    }

    /** {@code =31}, as mail has it. */
    static List<Layer> quotedPrintable(Layer layer) {
        return replaced(layer, '=', PRINTABLE, run -> bytes(run.group().replace("=", "")));
    }

    /** <code>&#92;u0031</code>, <code>&#92;u{31}</code>, {@code \x31}, {@code %u0031}. */
    static List<Layer> script(Layer layer) {
        char sign = layer.text().indexOf('\\') >= 0 ? '\\' : '%';
        return replaced(layer, sign, SCRIPT, escape -> character(Integer.parseInt(firstGroup(escape), 16)));
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
        List<MatchResult> list = new ArrayList<>();
        Matcher codes = CODE.matcher(layer.text());
        while (codes.find()) {
            if (!list.isEmpty() && !comma(layer.text().substring(list.getLast().end(), codes.start()))) {
                spell(list, out);
                list.clear();
            }
            list.add(codes.toMatchResult());
        }
        spell(list, out);
        return out.length() == 0 ? List.of() : List.of(out.build());
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
        out.add(Layer.GAP, list.getLast().end() - 1);
    }

    private interface Replacement {
        String of(MatchResult match);
    }

    private static List<Layer> replaced(Layer layer, char sign, Pattern pattern, Replacement replacement) {
        String text = layer.text();
        Matcher matcher = pattern.matcher(text);
        if (text.indexOf(sign) < 0 || !matcher.find()) {
            return List.of();
        }
        Layer.Builder out = new Layer.Builder(layer);
        int copied = 0;
        do {
            copy(text, copied, matcher.start(), out);
            out.add(replacement.of(matcher), matcher.start());
            copied = matcher.end();
        } while (matcher.find());
        copy(text, copied, text.length(), out);
        return List.of(out.build());
    }

    /** Copies what is between two replacements; the middle of a wide stretch is as it was, and searched. */
    private static void copy(String text, int from, int to, Layer.Builder out) {
        if (to - from <= 2 * REACH) {
            stretch(text, from, to, out);
            return;
        }
        stretch(text, from, from + REACH, out);
        out.add(Layer.GAP, from + REACH);
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
