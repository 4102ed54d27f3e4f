package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds thousands of strings in one pass: a rolling window of a few characters is hashed into a table
 * of the needles that begin so.
 */
final class Needles {

    private static final int SHIFT = Long.SIZE - 18;

    private final int window;
    private final long mask;

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private final @Nullable List<Needle>[] table = new List[1 << (Long.SIZE - SHIFT)];

    /** A spelling of a value. */
    record Needle(String text, String encoding, Personal value) {}

    /**
     * @param window how many characters are hashed, at most four
     * @param needles none shorter than {@code window}
     */
    Needles(int window, List<Needle> needles) {
        this.window = window;
        mask = -1L >>> (Long.SIZE - window * Character.SIZE);
        needles.forEach(this::put);
    }

    private void put(Needle needle) {
        int slot = slot(window(needle.text()));
        List<Needle> bucket = table[slot];
        if (bucket == null) {
            table[slot] = bucket = new ArrayList<>();
        }
        bucket.add(needle);
    }

    /** Tells {@code found} every needle in {@code text} and where it begins. */
    void find(String text, ObjIntConsumer<Needle> found) {
        long last = 0;
        for (int i = 0; i < text.length(); i++) {
            last = rolled(last, text.charAt(i));
            List<Needle> bucket = table[slot(last)];
            if (bucket != null && i + 1 >= window) {
                compare(bucket, text, i + 1 - window, found);
            }
        }
    }

    private static void compare(List<Needle> bucket, String text, int start, ObjIntConsumer<Needle> found) {
        for (Needle needle : bucket) {
            if (text.startsWith(needle.text(), start)) {
                found.accept(needle, start);
            }
        }
    }

    private long window(String needle) {
        return needle.chars().limit(window).asLongStream().reduce(0, this::rolled);
    }

    private long rolled(long last, long c) {
        return ((last << Character.SIZE) | c) & mask;
    }

    private static int slot(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> SHIFT);
    }
}
