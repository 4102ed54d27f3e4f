package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads text that writes bytes a few bits a character: binary, hex, base32, base64. Where a run begins in
 * the encoded bytes is not known, so each run is read at every alignment; that finds a value anywhere in
 * a longer encoded text.
 */
final class BitText implements Encoding.Reader {

    private static final int SKIPPED = -2;
    private static final int OTHER = -1;
    private static final int LETTERED = 5;

    private final int bits;
    private final int shortest;
    private final int[] values = new int[128];

    /**
     * @param bits the bits of one character
     * @param shortest the shortest run of characters worth reading
     * @param alphabets each writes the values from 0 up
     * @param skipped what may stand inside a run, one at a time
     */
    BitText(int bits, int shortest, List<String> alphabets, String skipped) {
        this.bits = bits;
        this.shortest = shortest;
        Arrays.fill(values, OTHER);
        skipped.chars().forEach(c -> values[c] = SKIPPED);
        for (String alphabet : alphabets) {
            IntStream.range(0, alphabet.length()).forEach(i -> values[alphabet.charAt(i)] = i);
        }
    }

    @Override
    public List<Layer> read(Layer layer) {
        List<Run> runs = runs(layer.text());
        int alignments = 8 / Integer.lowestOneBit(bits);
        return runs.isEmpty()
            ? List.of()
            : IntStream.range(0, alignments)
                  .boxed()
                  .flatMap(skip -> decoded(layer, runs, skip))
                  .toList();
    }

    private record Run(int start, int end) {}

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            int value = i == text.length() ? OTHER : value(text.charAt(i));
            if (value >= 0) {
                length++;
            } else if (value == OTHER || skips(text, i)) {
                keep(runs, text, new Run(start, i), length);
                start = i + 1;
                length = 0;
            }
        }
        return runs;
    }

    private void keep(List<Run> runs, String text, Run run, int length) {
        if (length >= shortest && (bits < LETTERED || hasLetter(text, run))) {
            runs.add(run);
        }
    }

    /** Without a letter it is a number: encoded text has some. */
    private static boolean hasLetter(String text, Run run) {
        return IntStream.range(run.start(), run.end()).anyMatch(i -> Character.isLetter(text.charAt(i)));
    }

    /** Whether a second skipped character follows, other than the two of a line's end. */
    private boolean skips(String text, int i) {
        boolean lineEnd = text.startsWith("\r\n", i);
        return !lineEnd && i + 1 < text.length() && value(text.charAt(i + 1)) == SKIPPED;
    }

    private int value(char c) {
        return c < values.length ? values[c] : OTHER;
    }

    private Stream<Layer> decoded(Layer layer, List<Run> runs, int skip) {
        Layer.Builder out = new Layer.Builder(layer);
        for (Run run : runs) {
            decode(layer.text(), run, skip, out);
            out.gap();
        }
        return out.build().stream();
    }

    private void decode(String text, Run run, int skip, Layer.Builder out) {
        int left = skip;
        int buffer = 0;
        int filled = 0;
        for (int i = run.start(); i < run.end(); i++) {
            int value = value(text.charAt(i));
            if (value < 0 || left-- > 0) {
                continue;
            }
            buffer = (buffer << bits) | value;
            filled += bits;
            if (filled >= 8) {
                filled -= 8;
                out.add((char) ((buffer >> filled) & 0xff), i);
            }
        }
    }
}
