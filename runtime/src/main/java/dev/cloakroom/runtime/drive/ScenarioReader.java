package dev.cloakroom.runtime.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.dev.Received;
import dev.cloakroom.runtime.drive.Step.Condition;
import dev.cloakroom.runtime.drive.Step.Head;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonInput;
import dev.cloakroom.runtime.view.ViewQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads scenarios. */
final class ScenarioReader {

    private static final int TIMEOUT_MS = 10_000;
    private static final Duration LONGEST_ADVANCE = Duration.ofDays(36_500);

    private final JsonInput input;
    private final Users users;

    ScenarioReader(JsonInput input, Users users) {
        this.input = input;
        this.users = users;
    }

    Scenario scenario() {
        new VerbCheck(input).check();
        JsonNode root = input.matching("scenario").root();
        return new Scenario(root.path("title").asText(fileName()), steps(root));
    }

    private String fileName() {
        Path name = Path.of(input.where()).getFileName();
        return name == null ? input.where() : name.toString();
    }

    private List<Step> steps(JsonNode root) {
        String user = user(root, users.first().id());
        List<Step> steps = new ArrayList<>();
        Set<String> open = new HashSet<>();
        for (JsonNode node : root.path("steps")) {
            Step step = step(node, head(steps.size() + 1, node, user));
            checkOpen(node, step, open);
            steps.add(step);
        }
        return steps;
    }

    /** Follows which users have the program open. */
    private void checkOpen(JsonNode node, Step step, Set<String> open) {
        String user = step.head().user();
        switch (step) {
            case Step.Open _ -> open.add(user);
            case Step.Close _, Step.Uninstall _ -> open.remove(user);
            case Step.Revoke _, Step.Advance _ -> {
            }
            default -> {
                if (!open.contains(user)) {
                    throw input.bad(
                        node,
                        "the program is not open for `" + user + "`: put a step {\"open\": \"\"} before this one"
                    );
                }
            }
        }
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
            case PICK -> new Step.Pick(head, things(value));
            case EXPECT -> expect(head, value);
            case REVOKE -> new Step.Revoke(head, scope(value));
            case ADVANCE -> new Step.Advance(head, duration(value));
            case BACK -> new Step.Back(head);
            case UNINSTALL -> new Step.Uninstall(head);
            case CLOSE -> new Step.Close(head);
        };
    }

    private List<byte[]> things(JsonNode value) {
        return value.has("text")
            ? List.of(value.path("text").asText().getBytes(UTF_8))
            : pictures(value.path("pictures"));
    }

    private List<byte[]> pictures(JsonNode names) {
        List<byte[]> pictures = new ArrayList<>();
        names.forEach(name -> pictures.add(picture(name)));
        return pictures;
    }

    /** The file of that name, beside the scenario. */
    private byte[] picture(JsonNode name) {
        try {
            return Files.readAllBytes(Path.of(input.where()).resolveSibling(name.asText()));
        } catch (IOException | InvalidPathException e) {
            throw input.bad(name, "the picture `" + name.asText() + "` cannot be read: put it beside the scenario");
        }
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
            received(value),
            number(value, "prompts")
        );
    }

    private static Map<Received.Kind, Integer> received(JsonNode value) {
        var counts = new EnumMap<Received.Kind, Integer>(Received.Kind.class);
        if (value.has("sms")) {
            counts.put(Received.Kind.SMS, value.path("sms").asInt());
        }
        value
            .path("received")
            .properties()
            .forEach(each ->
                counts.put(Received.Kind.valueOf(each.getKey().toUpperCase(Locale.ROOT)), each.getValue().asInt())
            );
        return Collections.unmodifiableMap(counts);
    }

    private Condition condition(JsonNode value) {
        String selector = value.has("selector") ? selector(value.path("selector")) : null;
        return new Condition(selector, text(value, "text"), text(value, "page"));
    }

    private String selector(JsonNode value) {
        ViewQuery.check(value.asText(), input.at(value));
        return value.asText();
    }

    private Scope scope(JsonNode value) {
        return ScopeCatalog.find(value.asText()).orElseThrow(() ->
            input.bad(value, "there is no scope `" + value.asText() + "`: scopes are " + scopes())
        );
    }

    private static String scopes() {
        return ScopeCatalog.all()
            .stream()
            .map(scope -> "`" + scope.name() + "`")
            .collect(Collectors.joining(", "));
    }

    private Duration duration(JsonNode value) {
        try {
            Duration duration = Duration.parse(value.asText());
            if (duration.compareTo(LONGEST_ADVANCE) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw tooLong(value);
        }
        throw tooLong(value);
    }

    private BadInput tooLong(JsonNode value) {
        return input.bad(value, "`advance` must be at most " + LONGEST_ADVANCE.toDays() + " days");
    }

    private static @Nullable String text(JsonNode value, String name) {
        return value.has(name) ? value.path(name).asText() : null;
    }

    private static @Nullable Integer number(JsonNode value, String name) {
        return value.has(name) ? Integer.valueOf(value.path(name).asInt()) : null;
    }
}
