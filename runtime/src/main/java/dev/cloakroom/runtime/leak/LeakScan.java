package dev.cloakroom.runtime.leak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Searches what a third party could see for planted values, in every encoding of {@link Encodings}.
 * Immutable; safe for use by many threads. A megabyte of text takes about a second, of
 * small JSON values some seconds; heap is some fifty times the longest text.
 *
 * <p>A chance finding: a whole number of 11 digits turns up in ten megabytes of random digits once in some
 * hundred scans, over all its spellings, and in random hex or base64 once in thousands; {@link Traces}
 * bounds parts of numbers.
 */
public final class LeakScan {

    private final List<Encoding> encodings;
    private final List<Personal> values;
    private final Search search;

    private LeakScan(List<Encoding> encodings, List<Personal> values) {
        this.encodings = encodings;
        this.values = values;
        search = new Search(encodings, values);
    }

    /** A scan for {@code planted} in all encodings. */
    public static LeakScan of(List<PlantedValue> planted) {
        return new LeakScan(Encodings.ALL, planted.stream().map(Personal::of).toList());
    }

    /**
     * This scan blind to one encoding, to show that a test needs it.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public LeakScan without(String encoding) {
        List<Encoding> others = encodings
            .stream()
            .filter(other -> !other.name().equals(encoding))
            .toList();
        if (others.size() == encodings.size()) {
            throw new IllegalArgumentException("no encoding is named `" + encoding + "`");
        }
        return new LeakScan(others, values);
    }

    /** Leaks in strings, numbers and keys of {@code tree}, in each alone and over several; paths are JSON pointers. */
    public List<Leak> inJson(JsonNode tree) {
        Findings findings = new Findings();
        Map<String, String> keys = new HashMap<>();
        List<Leaf> leaves = Leaf.of(tree, key -> keys.computeIfAbsent(key, name -> pointer(name, findings)));
        leaves.forEach(leaf -> alone(leaf.path(), leaf.text(), findings));
        joined(leaves, findings);
        Stream.of(Joins.groups(leaves, Leaf::container), Joins.groups(leaves, Leaf::column))
            .flatMap(groups -> groups)
            .forEach(group -> series(group, findings));
        return findings.all();
    }

    /** Leaks in a text, such as a log; paths are {@code name:offset} in characters. */
    public List<Leak> inText(String name, String text) {
        Findings findings = new Findings();
        within(name, text, findings);
        series(Leaf.lines(name, text), findings);
        return findings.all();
    }

    /** Leaks in bytes of any kind; paths are {@code name:offset} in bytes. */
    public List<Leak> inBytes(String name, byte[] bytes) {
        return inText(name, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Leaks in a file, or in every file under a directory. */
    public List<Leak> inFiles(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files
                .filter(Files::isRegularFile)
                .sorted()
                .flatMap(file -> inFile(file).stream())
                .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Leak> inFile(Path file) {
        try {
            return inBytes(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key as a part of a pointer, or a stand-in when the key itself is a leak. */
    private String pointer(String key, Findings findings) {
        Findings own = new Findings();
        alone("(key)", key, own);
        findings.addAll(own);
        return own.all().isEmpty() ? key.replace("~", "~0").replace("/", "~1") : "(key that leaks)";
    }

    private void alone(String path, String text, Findings findings) {
        bounded(path, findings, () -> search.in(text, found -> findings.add(found, path, text)));
    }

    private void within(String name, String text, Findings findings) {
        bounded(name, findings, () -> search.in(text, found -> findings.add(found, name + ":" + found.start(), text)));
    }

    private void joined(List<Leaf> leaves, Findings findings) {
        Search.only(encodings, Encoding.Join.class).forEach(join ->
            join
                .joiner()
                .join(leaves)
                .forEach(run -> crossing(join.name(), run, findings))
        );
    }

    private void crossing(String join, Run run, Findings findings) {
        if (run.leaves().size() < 2) {
            return;
        }
        bounded(run.path(0, run.text().length()), findings, () ->
            search.in(run.text(), found -> {
                if (run.crosses(found.start(), found.end())) {
                    findings.add(found.within(join), run.path(found.start(), found.end()), run.text());
                }
            })
        );
    }

    private void series(List<Leaf> leaves, Findings findings) {
        Search.only(encodings, Encoding.Chunks.class).forEach(chunks ->
            chunks
                .chunker()
                .chunks(leaves, Personal.numbers(values))
                .forEach(traced -> findings.add(traced.value(), chunks.name(), leaves, traced.span()))
        );
    }

    /** What cannot be searched whole is not clean. */
    private static void bounded(String path, Findings findings, Runnable search) {
        try {
            search.run();
        } catch (Layer.TooLong e) {
            findings.add(new Leak("(any value)", "not searched", path, String.valueOf(e.getMessage())));
        }
    }
}
