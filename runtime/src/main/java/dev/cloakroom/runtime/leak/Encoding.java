package dev.cloakroom.runtime.leak;

import java.util.List;
import java.util.stream.Stream;

/** One way in which a value may be written. Pure: the same input gives the same answer. */
public sealed interface Encoding {
    /** The name that findings carry. */
    String name();

    /** Writes a value; what it writes is searched for in every {@link Layer}. At least five characters. */
    record Spelling(String name, Speller speller) implements Encoding {}

    /**
     * Undoes an encoding in a text, whatever stands in it, so that encodings compose.
     *
     * @param serves the values for which its layers are searched
     * @param stage which readings may follow
     */
    record Reading(String name, Serves serves, Stage stage, Reader reader) implements Encoding {}

    /** Finds what is no whole value but still tells it, such as most of a number's digits. */
    record Trace(String name, Tracer tracer) implements Encoding {}

    /** Joins texts which follow one another, so that a value that crosses from one into the next shows. */
    record Join(String name, Joiner joiner) implements Encoding {}

    /** Finds a number whose digits stand in several texts which follow one another, among other things. */
    record Chunks(String name, Chunker chunker) implements Encoding {}

    /**
     * Readings compose in this order, those of the first stage also with one another: nobody strips the
     * separators and then encodes what is left.
     */
    enum Stage {
        DECODE,
        CHARACTERS,
        LEVEL,
        STRIP;

        boolean mayFollow(Stage before) {
            return this == DECODE ? before == DECODE : compareTo(before) > 0;
        }
    }

    /** Which values a reading is for. */
    enum Serves {
        ALL,
        NUMBERS,
        TEXTS;

        /** Whether a layer for these values is of use to a reading for those. */
        boolean meets(Serves other) {
            return this == ALL || other == ALL || this == other;
        }

        boolean serves(Personal value) {
            return switch (this) {
                case ALL -> true;
                case NUMBERS -> value instanceof Personal.Numeric;
                case TEXTS -> value instanceof Personal.Text;
            };
        }
    }

    /** The spellings of a value. */
    interface Speller {
        Stream<String> spell(Personal value);
    }

    /** The layers under a layer; none when nothing in it is so encoded. */
    interface Reader {
        List<Layer> read(Layer layer);
    }

    /** Where in a layer which number shows. */
    interface Tracer {
        Stream<Traced> trace(Layer layer, List<Personal.Numeric> numbers);
    }

    /** The runs of texts that follow one another, in the order in which a third party sees them. */
    interface Joiner {
        Stream<Run> join(List<Leaf> leaves);
    }

    /** The first and the last text of each series that tells a number, as a span of indices. */
    interface Chunker {
        Stream<Traced> chunks(List<Leaf> leaves, List<Personal.Numeric> numbers);
    }

    /** A value and where it shows. */
    record Traced(Personal value, Span span) {}

    /** From {@code start} to before {@code end}, in a layer's own characters. */
    record Span(int start, int end) {}
}
