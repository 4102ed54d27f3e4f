package dev.cloakroom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by name, in the order in which it came first. */
final class Figures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    void add(String name, double value) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    void millis(String name, long nanos) {
        add(name + ", ms", nanos / NANOS_PER_MILLI);
    }

    /** The value below which that share of the sorted values lies. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
    }

    /** A table with the median and the range of each. */
    String table() {
        StringBuilder table = new StringBuilder("| | median | range | rounds |\n| --- | ---: | --- | ---: |\n");
        samples.forEach((name, values) -> table.append(row(name, values)));
        return table.toString();
    }

    /** One object: name to median, lowest, highest and all values in the order in which they came. */
    String json() {
        ObjectNode all = new ObjectMapper().createObjectNode();
        samples.forEach((name, values) -> {
            ObjectNode figure = all.putObject(name).put("median", quantile(values, 0.5));
            values.forEach(figure.putArray("values")::add);
        });
        return all.toPrettyString();
    }

    private static String row(String name, List<Double> values) {
        return "| %s | %s | %s to %s | %d |%n".formatted(
            name,
            number(quantile(values, 0.5)),
            number(quantile(values, 0)),
            number(quantile(values, 1)),
            values.size()
        );
    }

    private static String number(double value) {
        return value < 10 ? "%.2f".formatted(value) : value < 100 ? "%.1f".formatted(value) : "%.0f".formatted(value);
    }
}
