package dev.cloakroom.runtime.attack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What became of all attacks, for people: {@code target/attack-report.json}. */
final class AttackReport {

    private static final Path FILE = Path.of("target/attack-report.json");

    private AttackReport() {}

    static void write(List<Attack> attacks, Map<String, Outcome> outcomes) throws IOException {
        ArrayNode report = Json.array();
        for (Attack attack : attacks) {
            Outcome outcome = Objects.requireNonNull(outcomes.get(attack.id()));
            report
                .addObject()
                .put("id", attack.id())
                .put("class", attack.kind())
                .put("expected", String.join(" or ", new TreeSet<>(attack.expected())))
                .put("outcome", outcome.text())
                .put("millisecondsPastDeadline", outcome.millisecondsPastDeadline());
        }
        Files.writeString(FILE, Json.pretty(report));
    }
}
