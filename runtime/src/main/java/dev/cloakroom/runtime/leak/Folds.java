package dev.cloakroom.runtime.leak;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Readings that level how a text is set: scripts of digits, case, width, separators. */
final class Folds {

    /** More than a mark-up tag between two digits, and they belong to different things. */
    private static final int WIDEST_GAP = 24;
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String SPOKEN = "○幺两";

    private Folds() {}

    /** Full-width, Arabic-Indic and all other decimal digits as ASCII digits. */
    static List<Layer> digits(Layer layer) {
        return mapped(layer, Folds::digit);
    }

    /** Chinese numerals, written one by one, as ASCII digits; circled and mathematical ones too. */
    static List<Layer> numerals(Layer layer) {
        return mapped(layer, Folds::numeral);
    }

    /** Only the ASCII digits. A wide gap stays a gap. */
    static List<Layer> separated(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        int last = 0;
        for (int i = 0; i < layer.text().length(); i++) {
            char c = layer.text().charAt(i);
            if (c >= '0' && c <= '9') {
                if (i - last > WIDEST_GAP) {
                    out.add(Layer.GAP, last);
                }
                out.add(c, i);
                last = i;
            }
        }
        return changed(layer, out);
    }

    /** Compatibility forms, case and invisible characters levelled. */
    static List<Layer> folded(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        String text = layer.text();
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c < 128) {
                out.add((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), i);
            } else {
                out.add(fold(c), i);
            }
        }
        return changed(layer, out);
    }

    /** Only letters and digits, as they are. */
    static List<Layer> squashed(Layer layer) {
        Layer.Builder out = new Layer.Builder(layer);
        for (int i = 0; i < layer.text().length(); i++) {
            char c = layer.text().charAt(i);
            if (Character.isLetterOrDigit(c) || c == Layer.GAP) {
                out.add(c, i);
            }
        }
        return changed(layer, out);
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
        return c >= 128 && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
    }

    private static int numeral(int c) {
        int chinese = Math.max(CHINESE.indexOf(c), FORMAL.indexOf(c));
        if (chinese >= 0) {
            return '0' + chinese;
        }
        return SPOKEN.indexOf(c) >= 0 ? '0' + SPOKEN.indexOf(c) : circled(c);
    }

    private static int circled(int c) {
        if (Character.getType(c) != Character.OTHER_NUMBER) {
            return c;
        }
        String levelled = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return levelled.matches("[0-9]") ? levelled.charAt(0) : c;
    }

    private interface Mapping {
        int of(int codePoint);
    }

    private static List<Layer> mapped(Layer layer, Mapping mapping) {
        String text = layer.text();
        if (text.codePoints().noneMatch(c -> c >= 128 && mapping.of(c) != c)) {
            return List.of();
        }
        Layer.Builder out = new Layer.Builder(layer);
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            out.add(Character.toString(mapping.of(c)), i);
        }
        return List.of(out.build());
    }

    private static List<Layer> changed(Layer layer, Layer.Builder out) {
        Layer made = out.build();
        return made.text().isEmpty() || made.text().equals(layer.text()) ? List.of() : List.of(made);
    }
}
