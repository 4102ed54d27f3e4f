package dev.cloakroom.runtime.leak;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text to search: the source itself, or what a reading made of it. A byte is a character below 256.
 */
final class Layer {

    /** Stands between pieces that do not touch in the source; no byte and no letter. */
    static final char GAP = '\uFFFF';

    /** A source that unpacks to more is a bomb. */
    static final int LONGEST = 64 << 20;

    /** A layer would be longer than {@link #LONGEST}. */
    static final class TooLong extends RuntimeException {

        TooLong() {
            super("a text unpacks to more than " + LONGEST + " characters");
        }
    }

    private final List<String> chain;
    private final Encoding.Serves serves;
    private final String text;
    private final int @Nullable [] origins;

    private Layer(List<String> chain, Encoding.Serves serves, String text, int @Nullable [] origins) {
        this.chain = chain;
        this.serves = serves;
        this.text = text;
        this.origins = origins;
    }

    static Layer source(String text) {
        return new Layer(List.of(), Encoding.Serves.ALL, text, null);
    }

    /** The readings that led here, outermost first. */
    List<String> chain() {
        return chain;
    }

    String text() {
        return text;
    }

    /** Where in the source the character at {@code index} comes from. */
    int origin(int index) {
        return origins == null ? index : origins[index];
    }

    /** Where in the source what ends before {@code index} ends. */
    int originEnd(int index) {
        return origin(index - 1) + 1;
    }

    /** Whether this layer is searched for {@code value}. */
    boolean serves(Personal value) {
        return serves.serves(value);
    }

    Encoding.Serves serves() {
        return serves;
    }

    /** This layer as what {@code reading} made of a layer with the chain {@code before}. */
    Layer under(Layer before, Encoding.Reading reading) {
        List<String> names = Stream.concat(before.chain.stream(), Stream.of(reading.name())).toList();
        return new Layer(names, narrower(before.serves, reading.serves()), text, origins);
    }

    private static Encoding.Serves narrower(Encoding.Serves before, Encoding.Serves reading) {
        return reading == Encoding.Serves.ALL ? before : reading;
    }

    /** Builds what a reading makes of {@code parent}, character by character. */
    static final class Builder {

        private static final int FIRST = 64;

        private final Layer parent;
        private char[] text;
        private int[] origins;
        private int length;

        Builder(Layer parent) {
            this.parent = parent;
            text = new char[0];
            origins = new int[0];
        }

        /** Adds {@code c}, which comes from the parent's character at {@code index}. */
        Builder add(char c, int index) {
            if (length == text.length) {
                grow();
            }
            text[length] = c;
            origins[length++] = parent.origin(index);
            return this;
        }

        private void grow() {
            if (length >= LONGEST) {
                throw new TooLong();
            }
            text = Arrays.copyOf(text, Math.max(FIRST, length * 2));
            origins = Arrays.copyOf(origins, text.length);
        }

        Builder add(CharSequence written, int index) {
            for (int i = 0; i < written.length(); i++) {
                add(written.charAt(i), index);
            }
            return this;
        }

        /** Marks that what follows does not touch what was added; only once, and not at the beginning. */
        void gap() {
            if (length > 0 && text[length - 1] != GAP) {
                add(GAP, 0);
                origins[length - 1] = origins[length - 2];
            }
        }

        boolean isEmpty() {
            return length == 0;
        }

        /** A layer with no chain yet, if anything was added; {@link Layer#under} gives it one. */
        List<Layer> build() {
            String made = new String(text, 0, length);
            int[] from = Arrays.copyOf(origins, length);
            return isEmpty() ? List.of() : List.of(new Layer(List.of(), Encoding.Serves.ALL, made, from));
        }

        /** {@link #build}, if it is not the parent all over. */
        List<Layer> buildChanged() {
            boolean same =
                length == parent.text.length() && parent.text.contentEquals(CharBuffer.wrap(text, 0, length));
            return same ? List.of() : build();
        }
    }
}
