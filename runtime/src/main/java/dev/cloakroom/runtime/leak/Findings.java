package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects leaks: one for each value and place, under the shortest of the encodings that show it there. */
final class Findings {

    private static final int AROUND = 16;
    private static final Comparator<Leak> SHORTEST = Comparator.comparingInt(
        leak -> leak.encoding().split(" > ").length
    );

    private final Map<List<String>, Leak> leaks = new LinkedHashMap<>();

    List<Leak> all() {
        return new ArrayList<>(leaks.values());
    }

    void add(Leak leak) {
        leaks.merge(List.of(leak.label(), leak.path()), leak, (one, other) ->
            SHORTEST.compare(one, other) <= 0 ? one : other
        );
    }

    void addAll(Findings others) {
        others.leaks.values().forEach(this::add);
    }

    void add(Search.Found found, String path, String text) {
        add(new Leak(found.value().label(), found.encoding(), path, excerpt(text, found.start(), found.end())));
    }

    void add(Personal value, String encoding, List<Leaf> leaves, Encoding.Span span) {
        Function<Integer, String> path = index -> leaves.get(index).path();
        String excerpt = "digits in " + (span.end() - span.start() + 1) + " texts";
        add(new Leak(value.label(), encoding, path.apply(span.start()) + " .. " + path.apply(span.end()), excerpt));
    }

    /** The shape of what stands around the value; a second copy of it there stays hidden too. */
    private static String excerpt(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - AROUND), start);
        String after = text.substring(end, Math.min(text.length(), end + AROUND));
        return shape(before) + "<" + (end - start) + " characters>" + shape(after);
    }

    private static String shape(String text) {
        return text
            .codePoints()
            .map(Findings::shape)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static int shape(int c) {
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? '0' : " :,\"'{}[]=".indexOf(c) >= 0 ? c : '.';
    }
}
