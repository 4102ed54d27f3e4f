package dev.cloakroom.runtime.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small hostile program of {@code src/test/attacks/programs}, as its header describes it.
 *
 * @param id the file's name without its suffix
 * @param kind the folder
 * @param expected the outcomes that are right, as {@link Outcome} words them
 * @param wall what stops it, a constant of {@link Wall} in lower case
 * @param takenOver whether it needs a worker that writes whatever the program wants: {@code // worker: taken over}
 * @param code the body of an async function of {@code lab}; what it returns, it has reached
 */
record Attack(
    String id,
    String kind,
    String mechanism,
    Set<String> expected,
    Wall wall,
    boolean takenOver,
    String code
) {
    private static final Path FOLDER = Path.of("src/test/attacks/programs");
    private static final Pattern HEADER = Pattern.compile("^// ([a-z]+): (.+)$", Pattern.MULTILINE);

    /** All attacks, by class and id. */
    static List<Attack> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                .filter(file -> file.toString().endsWith(".js"))
                .sorted()
                .map(Attack::read)
                .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All, or those that the system property {@code cloakroom.attacks} matches by their path: {@code exhaust/big-.*}. */
    static List<Attack> selected() {
        Pattern wanted = Pattern.compile(System.getProperty("cloakroom.attacks", ".*"));
        return all()
            .stream()
            .filter(attack -> wanted.matcher(attack.kind() + "/" + attack.id()).matches())
            .toList();
    }

    /** Those with these ids. */
    static List<Attack> named(List<String> ids) {
        return all()
            .stream()
            .filter(attack -> ids.contains(attack.id()))
            .toList();
    }

    /** Whether that is an outcome that is right. */
    boolean expects(Outcome outcome) {
        return expected.contains(outcome.text());
    }

    /** Whether that is what the attacker wants: a runaway wants no more than to go on. */
    boolean succeeds(Outcome outcome) {
        return outcome.isReached() || (pace() == Pace.HASTY && outcome.isRunning());
    }

    /** Whether the worker that it runs in is lost with it. */
    boolean isFatal() {
        return expected.stream().anyMatch(outcome -> outcome.startsWith("killed") || outcome.equals("fault"));
    }

    /** Nothing but time ends a runaway; nor one that its stack does not end. */
    Pace pace() {
        return wall == Wall.DEADLINE || wall == Wall.STACK ? Pace.HASTY : Pace.PATIENT;
    }

    private static Attack read(Path file) {
        try {
            String code = Files.readString(file);
            Attack attack = of(headers(code), code);
            attack.requireAt(file);
            return attack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(String code) {
        Map<String, String> headers = new TreeMap<>();
        HEADER.matcher(code)
            .results()
            .map(MatchResult::group)
            .map(line -> line.substring("// ".length()).split(": ", 2))
            .forEach(pair -> headers.putIfAbsent(pair[0], pair[1]));
        return headers;
    }

    private static Attack of(Map<String, String> headers, String code) {
        return new Attack(
            header(headers, "id"),
            header(headers, "class"),
            header(headers, "mechanism"),
            Set.of(header(headers, "expected").split(" or ")),
            Wall.named(header(headers, "wall")),
            headers.getOrDefault("worker", "").equals("taken over"),
            code
        );
    }

    private static String header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name)).orElseThrow(() ->
            new IllegalArgumentException("an attack without a line `// " + name + ": …`: " + headers)
        );
    }

    private void requireAt(Path file) {
        Path own = Path.of(kind, id + ".js");
        if (!own.equals(Objects.requireNonNull(FOLDER.relativize(file)))) {
            throw new IllegalArgumentException("the header of " + file + " says " + own);
        }
    }
}
