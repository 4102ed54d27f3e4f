package dev.cloakroom.runtime.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs attacks on hosts as they are, and on hosts that lack walls. */
final class AttackRuns {

    private final Path folder;
    private final Path shared;
    private int runs;

    /** @param folder an empty one */
    AttackRuns(Path folder) throws IOException {
        this.folder = folder;
        this.shared = Files.createDirectory(folder.resolve("shared"));
    }

    /** On the real host; but workers are of those that were taken over, where an attack begins there. */
    Map<String, Outcome> onTheHost(List<Attack> attacks) throws Exception {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Pace pace : Pace.values()) {
            List<Attack> some = attacks
                .stream()
                .filter(attack -> attack.pace() == pace)
                .toList();
            List<Attack> outside = some.stream().filter(Attack::takenOver).toList();
            List<Attack> inside = some
                .stream()
                .filter(attack -> !attack.takenOver())
                .toList();
            outcomes.putAll(onTheHost(inside, pace));
            outcomes.putAll(onPatchedHost(outside, Wall.TAKEN_OVER, pace, "each"));
        }
        return outcomes;
    }

    /** On a host that lacks these walls. */
    Map<String, Outcome> without(List<Wall> walls, List<Attack> attacks) throws Exception {
        List<Patch> patches = new ArrayList<>(
            walls
                .stream()
                .flatMap(wall -> wall.patches().stream())
                .distinct()
                .toList()
        );
        if (attacks.stream().anyMatch(Attack::takenOver)) {
            patches.addAll(Wall.TAKEN_OVER);
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Pace pace : Pace.values()) {
            List<Attack> some = attacks
                .stream()
                .filter(attack -> attack.pace() == pace)
                .toList();
            outcomes.putAll(onPatchedHost(some, patches, pace, "unhindered"));
        }
        return outcomes;
    }

    private Map<String, Outcome> onTheHost(List<Attack> attacks, Pace pace) throws IOException {
        if (attacks.isEmpty()) {
            return Map.of();
        }
        try (var run = new AttackRun(shared, next(), pace)) {
            return run.each(attacks);
        }
    }

    private Map<String, Outcome> onPatchedHost(List<Attack> attacks, List<Patch> patches, Pace pace, String way)
        throws Exception {
        if (attacks.isEmpty()) {
            return Map.of();
        }
        String ids = attacks.stream().map(Attack::id).collect(Collectors.joining(" "));
        try (var host = PatchedHost.in(next(), patches)) {
            return host
                .call(AttackRun.class, "run", shared.toString(), next().toString(), pace.name(), way, ids)
                .lines()
                .map(line -> line.split("\t", 3))
                .collect(Collectors.toMap(line -> line[0], line -> new Outcome(line[2], Long.parseLong(line[1]))));
        }
    }

    private Path next() throws IOException {
        return Files.createDirectory(folder.resolve("run-" + ++runs));
    }
}
