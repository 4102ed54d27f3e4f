package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.drive.Step.Condition;
import dev.cloakroom.runtime.drive.Step.Head;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonInput;
import dev.cloakroom.runtime.view.ViewQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads scenarios. Verbs are checked before the schema, whose words for a wrong verb would help nobody. */
final class ScenarioReader {

    private static final int TIMEOUT_MS = 10_000;

    private final JsonInput input;
    private final Users users;

    ScenarioReader(JsonInput input, Users users) {
        this.input = input;
        this.users = users;
    }

    Scenario scenario() {
        checkVerbs();
        JsonNode root = input.matching("scenario").root();
        return new Scenario(root.path("title").asText(fileName()), steps(root));
    }

    private String fileName() {
        Path name = Path.of(input.where()).getFileName();
        return name == null ? input.where() : name.toString();
    }

    private void checkVerbs() {
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

    private List<Step> steps(JsonNode root) {
        String user = user(root, users.first().id());
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : root.path("steps")) {
            steps.add(step(step, head(steps.size() + 1, step, user)));
        }
        return steps;
    }

    private Head head(int index, JsonNode step, String user) {
        Duration timeout = Duration.ofMillis(step.path("timeoutMs").asInt(TIMEOUT_MS));
        return new Head(index, line(step), user(step, user), timeout);
    }

    /** Where the step stands, without the column. */
    private String line(JsonNode step) {
        String at = input.at(step);
        return at.substring(0, at.lastIndexOf(':'));
    }

    private String user(JsonNode node, String otherwise) {
        String id = node.path("user").asText(otherwise);
        if (users.find(id).isEmpty()) {
            throw input.bad(node.path("user"), "`" + id + "` is none of the users " + users.ids());
        }
        return id;
    }

    private Step step(JsonNode step, Head head) {
        Verb verb = step
            .properties()
            .stream()
            .flatMap(entry -> Verb.named(entry.getKey()).stream())
            .findFirst()
            .orElseThrow();
        JsonNode value = step.path(verb.word());
        return switch (verb) {
            case OPEN -> new Step.Open(head, value.asText());
            case TAP -> new Step.Tap(head, selector(value));
            case INPUT -> new Step.Input(head, selector(value), step.path("text").asText());
            case WAIT -> value.isTextual() ? new Step.WaitIdle(head) : new Step.Wait(head, condition(value));
            case CONSENT -> new Step.Consent(head, Step.Answer.valueOf(value.asText().toUpperCase(Locale.ROOT)));
            case MODAL -> new Step.Modal(head, value.asText().equals("confirm"));
            case EXPECT -> expect(head, value);
            case REVOKE -> new Step.Revoke(head, value.asText());
            case ADVANCE -> new Step.Advance(head, duration(value));
            case BACK -> new Step.Back(head);
            case UNINSTALL -> new Step.Uninstall(head);
            case CLOSE -> new Step.Close(head);
        };
    }

    private Step expect(Head head, JsonNode value) {
        Condition condition = condition(value);
        boolean absent = value.path("absent").asBoolean();
        if (absent && (condition.isEmpty() || value.has("count"))) {
            throw input.bad(value, "`absent` needs a `selector`, `text` or `page` and no `count`");
        }
        return new Step.Expect(
            head,
            condition,
            absent,
            number(value, "count"),
            number(value, "sms"),
            number(value, "prompts")
        );
    }

    private Condition condition(JsonNode value) {
        String selector = value.has("selector") ? selector(value.path("selector")) : null;
        return new Condition(selector, text(value, "text"), text(value, "page"));
    }

    private String selector(JsonNode value) {
        ViewQuery.check(value.asText(), input.at(value));
        return value.asText();
    }

    private Duration duration(JsonNode value) {
        try {
            return Duration.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw input.bad(value, "is too long a duration");
        }
    }

    private static @Nullable String text(JsonNode value, String name) {
        return value.has(name) ? value.path(name).asText() : null;
    }

    private static @Nullable Integer number(JsonNode value, String name) {
        return value.has(name) ? Integer.valueOf(value.path(name).asInt()) : null;
    }
}
