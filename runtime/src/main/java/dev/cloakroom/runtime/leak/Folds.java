package dev.cloakroom.runtime.leak;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Readings that level how a text is set: scripts of digits, case, width, separators. */
final class Folds {

    /** More than a mark-up tag between two digits, and they belong to different things. */
    private static final int WIDEST_GAP = 24;
    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_LATIN = 5;
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String SPOKEN = "○幺两";

    private Folds() {}

    /** Full-width, Arabic-Indic and all other decimal digits as ASCII digits. */
    static List<Layer> digits(Layer layer) {
        return levelled(layer, Folds::digit);
    }

    /** Chinese numerals, written one by one, as ASCII digits; circled and mathematical ones too. */
    static List<Layer> numerals(Layer layer) {
        return levelled(layer, Folds::numeral);
    }

    /** Only the ASCII digits. A wide gap stays a gap. */
    static List<Layer> separated(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        for (Encoding.Span stretch : Digits.stretches(layer.text(), Digits::ascii, WIDEST_GAP, FEWEST_DIGITS)) {
            out.gap();
            for (int i = stretch.start(); i < stretch.end(); i++) {
                addDigit(layer.text().charAt(i), i, out);
            }
        }
        return out.buildChanged();
    }

    private static void addDigit(char c, int index, Layer.Builder out) {
        if (Digits.ascii(c) >= 0) {
            out.add(c, index);
        }
    }

    /** Compatibility forms, case and invisible characters levelled, where there is text and not mere bytes. */
    static List<Layer> folded(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        String text = layer.text();
        for (int start = 0; start < text.length(); ) {
            int end = endOfText(text, start);
            if (isLong(text, start, end)) {
                fold(text, start, end, out);
            }
            out.gap();
            start = end + 1;
        }
        return out.buildChanged();
    }

    /** Controls end a text, no value has them; bytes are full of them. */
    private static int endOfText(String text, int start) {
        int end = start;
        while (end < text.length() && isText(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a value may be in there; beyond Latin-1 two characters may be one. */
    private static boolean isLong(String text, int start, int end) {
        boolean beyondLatin = false;
        for (int i = start; i < end && i < start + FEWEST_LATIN; i++) {
            beyondLatin |= text.charAt(i) >= 0x100;
        }
        return beyondLatin || end - start >= FEWEST_LATIN;
    }

    private static boolean isText(char c) {
        if (c < 0x100) {
            return (c >= 0x20 && c < 0x7f) || c >= 0xc0 || c == '\u00ad';
        }
        return c != Layer.GAP;
    }

    private static void fold(String text, int start, int end, Layer.Builder out) {
        for (int i = start, c; i < end; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c < 0x80) {
                out.add((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), i);
            } else {
                out.add(fold(c), i);
            }
        }
    }

    /** Only letters and digits, as they are. */
    static List<Layer> squashed(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        for (int i = 0; i < layer.text().length(); i++) {
            char c = layer.text().charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.add(c, i);
            } else if (c == Layer.GAP) {
                out.gap();
            }
        }
        return out.buildChanged();
    }

    /** What {@link #folded} makes of a value. */
    static String fold(String text) {
        return text
            .codePoints()
            .collect(StringBuilder::new, (out, c) -> out.append(fold(c)), StringBuilder::append)
            .toString();
    }

    /** What {@link #squashed} makes of a value. */
    static String squash(String text) {
        return text
            .chars()
            .filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, (out, c) -> out.append((char) c), StringBuilder::append)
            .toString();
    }

    /** The decimal digits of {@code text}, as ASCII. */
    static String digitsOf(String text) {
        return text
            .codePoints()
            .filter(Character::isDigit)
            .map(c -> Character.digit(c, 10))
            .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
            .toString();
    }

    /** One at a time is slow for bytes; a string that two threads both put here is the same. */
    private static final @Nullable String[] FOLDED = new String[1 << 16];

    private static String fold(int c) {
        if (c >= FOLDED.length) {
            return levelled(c);
        }
        String known = FOLDED[c];
        if (known == null) {
            known = levelled(c);
            FOLDED[c] = known;
        }
        return known;
    }

    private static String levelled(int c) {
        if (Character.getType(c) == Character.FORMAT) {
            return "";
        }
        String levelled = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return levelled.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static int digit(int c) {
        return c < 0x80 ? Digits.ascii(c) : Character.digit(c, 10);
    }

    private static int numeral(int c) {
        if (c < 0x80) {
            return Digits.ascii(c);
        }
        int chinese = Math.max(CHINESE.indexOf(c), FORMAL.indexOf(c));
        return chinese >= 0 ? chinese : Math.max(SPOKEN.indexOf(c), circled(c));
    }

    private static int circled(int c) {
        boolean other = Character.getType(c) == Character.OTHER_NUMBER;
        String levelled = other ? fold(c) : "";
        return levelled.length() == 1 ? Digits.ascii(levelled.charAt(0)) : -1;
    }

    /** Stretches with digits of the script as ASCII digits, and what touches them. */
    private static List<Layer> levelled(Layer layer, Digits.Script script) {
        String text = layer.text();
        if (text.codePoints().noneMatch(c -> c >= 0x80 && script.digit(c) >= 0)) {
            return List.of();
        }
        Layer.Builder out = new Layer.Builder(layer);
        for (Encoding.Span stretch : Digits.stretches(text, script, WIDEST_GAP, FEWEST_DIGITS)) {
            level(text, Math.max(0, stretch.start() - 1), Math.min(text.length(), stretch.end() + 1), script, out);
            out.gap();
        }
        return out.buildChanged();
    }

    private static void level(String text, int start, int end, Digits.Script script, Layer.Builder out) {
        for (int i = start, c; i < end; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int digit = script.digit(c);
            out.add(digit < 0 ? Character.toString(c) : Integer.toString(digit), i);
        }
    }
}
