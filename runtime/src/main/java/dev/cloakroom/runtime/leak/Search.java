package dev.cloakroom.runtime.leak;

import dev.cloakroom.runtime.leak.Encoding.Reading;
import dev.cloakroom.runtime.leak.Encoding.Spelling;
import dev.cloakroom.runtime.leak.Encoding.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches one text, and everything that the readings make of it, for all values. */
final class Search {

    /** {@code base64 > compressed > utf-8 > digits of other scripts > separated} is five. */
    private static final int DEEPEST = 5;
    private static final int FEWEST_BYTES = 5;
    private static final int WINDOW = 4;
    private static final int SHORT_WINDOW = 2;

    private final List<Personal> values;
    private final List<Personal.Numeric> numbers;
    private final List<Reading> readings;
    private final List<Trace> traces;
    private final List<Needles> needles;

    Search(List<Encoding> encodings, List<Personal> values) {
        this.values = values;
        numbers = Personal.numbers(values);
        readings = only(encodings, Reading.class)
            .filter(reading -> values.stream().anyMatch(reading.serves()::serves))
            .toList();
        traces = only(encodings, Trace.class).toList();
        needles = indexed(only(encodings, Spelling.class).flatMap(this::spelled).filter(Search::telling).toList());
    }

    /** A value in a text: from {@code start} to before {@code end} in the text itself. */
    record Found(Personal value, String encoding, int start, int end) {
        Found within(String outer) {
            return new Found(value, outer + " > " + encoding, start, end);
        }
    }

    static <E extends Encoding> Stream<E> only(List<Encoding> encodings, Class<E> kind) {
        return encodings.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Bytes need five; two or three Chinese characters are as many bytes of UTF-8. */
    private static boolean telling(Needles.Needle needle) {
        boolean bytes = needle
            .text()
            .chars()
            .allMatch(c -> c < 256);
        return needle.text().length() >= (bytes ? FEWEST_BYTES : SHORT_WINDOW);
    }

    /** A longer window is faster; only few needles are too short for it. */
    private static List<Needles> indexed(List<Needles.Needle> needles) {
        Map<Boolean, List<Needles.Needle>> byLength = needles
            .stream()
            .collect(Collectors.partitioningBy(needle -> needle.text().length() >= WINDOW));
        return byLength
            .entrySet()
            .stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> new Needles(entry.getKey() ? WINDOW : SHORT_WINDOW, entry.getValue()))
            .toList();
    }

    private Stream<Needles.Needle> spelled(Spelling spelling) {
        return values.stream().flatMap(value ->
            spelling
                .speller()
                .spell(value)
                .distinct()
                .map(text -> new Needles.Needle(text, spelling.name(), value))
        );
    }

    /** @throws Layer.TooLong when the text unpacks to more than can be searched */
    void in(String text, Consumer<Found> found) {
        new Pass(found).search(Layer.source(text), Encoding.Stage.DECODE);
    }

    /** What two layers have in common that need only one search. */
    private record Seen(Encoding.Serves serves, String text) {}

    /** One text being searched. */
    private final class Pass {

        private final Consumer<Found> found;
        private final Set<Seen> seen = new HashSet<>();
        private long characters;

        Pass(Consumer<Found> found) {
            this.found = found;
        }

        void search(Layer layer, Encoding.Stage stage) {
            if (!seen.add(new Seen(layer.serves(), layer.text()))) {
                return;
            }
            bound(layer);
            needles.forEach(index -> index.find(layer.text(), (needle, start) -> tell(layer, needle, start)));
            if (stage != Encoding.Stage.STRIP) {
                trace(layer);
                descend(layer, stage);
            }
        }

        private void bound(Layer layer) {
            characters += layer.text().length();
            if (characters > 16L * Layer.LONGEST) {
                throw new Layer.TooLong();
            }
        }

        private void trace(Layer layer) {
            for (Trace trace : traces) {
                trace
                    .tracer()
                    .trace(layer, numbers)
                    .forEach(traced -> tell(layer, traced.value(), trace.name(), traced.span()));
            }
        }

        /** Bytes that are read as UTF-8 are levelled as that only; they hold every ASCII character as it was. */
        private void descend(Layer layer, Encoding.Stage stage) {
            if (layer.chain().size() == DEEPEST) {
                return;
            }
            descend(layer, stage, Set.of(Encoding.Stage.DECODE));
            boolean characters = descend(layer, stage, Set.of(Encoding.Stage.CHARACTERS));
            if (!characters) {
                descend(layer, stage, Set.of(Encoding.Stage.LEVEL, Encoding.Stage.STRIP));
            }
        }

        /** Whether there was anything to read. */
        private boolean descend(Layer layer, Encoding.Stage stage, Set<Encoding.Stage> next) {
            boolean any = false;
            for (Reading reading : readings) {
                boolean may = next.contains(reading.stage()) && reading.stage().mayFollow(stage);
                if (may && reading.serves().meets(layer.serves())) {
                    List<Layer> read = reading.reader().read(layer);
                    read.forEach(under -> search(under.under(layer, reading), reading.stage()));
                    any |= !read.isEmpty();
                }
            }
            return any;
        }

        private void tell(Layer layer, Needles.Needle needle, int start) {
            tell(layer, needle.value(), needle.encoding(), new Encoding.Span(start, start + needle.text().length()));
        }

        private void tell(Layer layer, Personal value, String encoding, Encoding.Span span) {
            if (layer.serves(value)) {
                String chain = String.join(" > ", Stream.concat(layer.chain().stream(), Stream.of(encoding)).toList());
                found.accept(new Found(value, chain, layer.origin(span.start()), layer.originEnd(span.end())));
            }
        }
    }
}
