package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.bridge.api.TokenScopes;
import dev.cloakroom.runtime.check.Sightings.Answer;
import dev.cloakroom.runtime.check.Sightings.Seen;
import dev.cloakroom.runtime.observe.HttpExchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a program was given a token for, and whether any request carried it, or another value of the same answer. One
 * that none did may be over-collection: a run sees only what the check did, and not what becomes of stored tokens.
 */
final class Collected {

    /** Shorter values occur by chance. */
    private static final int TELLING = 4;

    private final Map<String, Set<String>> apis = new TreeMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    void add(Seen seen) {
        seen.answers.forEach(this::add);
        seen.requests.forEach(this::look);
    }

    private void add(Answer answer) {
        if (answer.value().path("code").isTextual()) {
            TokenScopes.of(answer.api(), answer.args()).ifPresent(scope -> {
                apis.computeIfAbsent(scope.name(), _ -> new TreeSet<>()).add(answer.api());
                Set<String> known = values.computeIfAbsent(scope.name(), _ -> new HashSet<>());
                answer
                    .value()
                    .properties()
                    .stream()
                    .filter(member -> !member.getKey().equals("errMsg"))
                    .forEach(member -> add(known, member.getValue()));
            });
        }
    }

    private static void add(Set<String> known, JsonNode value) {
        if (value.isValueNode() && value.asText().length() >= TELLING) {
            known.add(value.asText());
        }
        value.forEach(part -> add(known, part));
    }

    private void look(HttpExchange request) {
        String sent = request.url() + "\n" + request.headers() + "\n" + request.body();
        values.forEach((scope, known) -> {
            if (known.stream().anyMatch(sent::contains)) {
                used.add(scope);
            }
        });
    }

    /** Scope → the APIs that gave tokens of which no request carried any. */
    Map<String, Set<String>> unused() {
        Map<String, Set<String>> unused = new TreeMap<>(apis);
        unused.keySet().removeAll(used);
        return unused;
    }
}
