package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the verbs of a scenario's steps before the schema does, whose words for a wrong verb would help nobody. */
final class VerbCheck {

    private final JsonInput input;

    VerbCheck(JsonInput input) {
        this.input = input;
    }

    /** @throws BadInput with a line for each step that has no verb, two or an unknown one */
    void check() {
        List<BadInput> problems = new ArrayList<>();
        JsonNode steps = input.root().path("steps");
        for (int i = 0; i < steps.size() && steps.isArray(); i++) {
            checkVerb(i + 1, steps.get(i), problems);
        }
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    private void checkVerb(int index, JsonNode step, List<BadInput> problems) {
        if (!step.isObject()) {
            problems.add(input.bad(step, "step " + index + " must be an object with one verb: " + Verb.all()));
            return;
        }
        List<String> words = step
            .properties()
            .stream()
            .map(Map.Entry::getKey)
            .filter(word -> !Verb.BESIDE.contains(word))
            .toList();
        List<String> unknown = words
            .stream()
            .filter(word -> Verb.named(word).isEmpty())
            .toList();
        if (!unknown.isEmpty()) {
            problems.add(input.bad(step.path(unknown.getFirst()), unknown(index, unknown.getFirst())));
        } else if (words.size() != 1) {
            problems.add(
                input.bad(
                    step,
                    "step " + index + " must have exactly one verb of " + Verb.all() + ", it has " + words.size()
                )
            );
        }
    }

    private static String unknown(int index, String word) {
        String meant = Verb.like(word)
            .map(verb -> "did you mean `" + verb.word() + "`? ")
            .orElse("");
        return "step " + index + " has the unknown verb `" + word + "`: " + meant + "verbs are " + Verb.all();
    }
}
