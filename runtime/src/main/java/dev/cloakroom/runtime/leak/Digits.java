package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.List;

/** Stretches of a text in which digits stand close enough together to be of one number. */
final class Digits {

    private Digits() {}

    /** What a character says as a digit. */
    interface Script {
        /** From 0 to 9, or negative. */
        int digit(int codePoint);
    }

    /**
     * The stretches from a first to a last digit.
     *
     * @param widest the most characters between two digits
     * @param fewest the fewest digits of a stretch
     */
    static List<Encoding.Span> stretches(String text, Script script, int widest, int fewest) {
        List<Encoding.Span> found = new ArrayList<>();
        int start = 0;
        int end = 0;
        int count = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (script.digit(c) < 0) {
                continue;
            }
            if (count > 0 && i - end > widest) {
                keep(found, start, end, count >= fewest);
                count = 0;
            }
            start = count++ == 0 ? i : start;
            end = i + Character.charCount(c);
        }
        keep(found, start, end, count >= fewest);
        return found;
    }

    private static void keep(List<Encoding.Span> found, int start, int end, boolean enough) {
        if (enough) {
            found.add(new Encoding.Span(start, end));
        }
    }

    static int ascii(int c) {
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }
}
