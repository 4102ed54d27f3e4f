package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.dev.Received;
import dev.cloakroom.runtime.leak.Leak;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a {@link Report} that only the host knows. Safe for use by many threads. */
public final class HostReport {

    private static final int KEPT_PROBLEMS = 100;
    private static final int LONGEST_PROBLEM = 2000;
    private static final String MORE = "more kinds of problems than are kept";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode scenario = document.putObject("scenario").put("title", "").put("outcome", "problem");
    private final ArrayNode steps = scenario.putArray("steps");
    private final ArrayNode decisions = document.putArray("decisions");
    private final ArrayNode consents = document.putArray("consents");
    private final ArrayNode grants = document.putArray("grants");
    private final ArrayNode ledger = document.putArray("ledger");
    private final ArrayNode sink = document.putArray("sink");
    private final ArrayNode leaks = document.putArray("leaks");
    private final ArrayNode problems = document.putArray("problems");
    private final Map<Problem, ObjectNode> counted = new HashMap<>();
    private final ArrayNode users = document.putArray("users");

    HostReport() {}

    private record Problem(String user, String message, String at) {}

    /** How a step or a scenario ended: as it should, otherwise, or not at all. */
    public enum Outcome {
        PASSED,
        FAILED,
        PROBLEM,
    }

    /** What a policy can decide. */
    public enum Effect {
        PERMIT,
        ASK,
        DENY,
    }

    /** What a grant can have become. */
    public enum GrantState {
        ACTIVE,
        REVOKED,
        EXPIRED,
    }

    /** What the scenario shows. */
    public synchronized void title(String title) {
        scenario.put("title", title);
    }

    /** How the scenario ended; until this is called it is a problem. */
    public synchronized void outcome(Outcome outcome) {
        scenario.put("outcome", word(outcome));
    }

    /** How the scenario ended so far. */
    public synchronized Outcome outcome() {
        return Outcome.valueOf(scenario.path("outcome").asText().toUpperCase(Locale.ROOT));
    }

    /** How a step ended, and what happened in it. */
    public synchronized void step(Step step, Outcome outcome, String message) {
        steps
            .addObject()
            .put("step", step.head().index())
            .put("verb", step.verb())
            .put("user", step.head().user())
            .put("outcome", word(outcome))
            .put("message", message);
    }

    /**
     * What the policy decided.
     *
     * @param rules the ids of the rules that decided
     */
    public synchronized void decision(String user, String scope, Effect effect, List<String> rules) {
        ObjectNode decision = decisions.addObject().put("user", user).put("scope", scope).put("decision", word(effect));
        rules.forEach(decision.putArray("rules")::add);
    }

    /** What the user answered to a consent dialog. */
    public synchronized void consent(String user, String scope, Step.Answer answer) {
        consents.addObject().put("user", user).put("scope", scope).put("answer", word(answer));
    }

    /** A grant and what became of it. */
    public synchronized void grant(String user, String scope, GrantState state) {
        grants.addObject().put("user", user).put("scope", scope).put("state", word(state));
    }

    /** The next entry of the audit ledger. */
    public synchronized void ledger(ObjectNode entry) {
        ledger.add(entry.deepCopy());
    }

    /**
     * What a recipient was given.
     *
     * @param to what it got of the user
     * @param text what came with it
     */
    public synchronized void sink(Received.Kind kind, String to, String text) {
        sink.addObject().put("kind", word(kind)).put("to", to).put("text", text);
    }

    /** A personal value where a third party could see it. */
    public synchronized void leak(Leak leak) {
        leaks
            .addObject()
            .put("label", leak.label())
            .put("encoding", leak.encoding())
            .put("path", leak.path())
            .put("excerpt", leak.excerpt());
    }

    /** An error that the program did not catch, or an API that the host does not have. The same again is counted. */
    public synchronized void problem(String user, String message, String at) {
        var problem = new Problem(user, message.substring(0, Math.min(message.length(), LONGEST_PROBLEM)), at);
        boolean kept = counted.containsKey(problem) || counted.size() < KEPT_PROBLEMS;
        ObjectNode entry = counted.computeIfAbsent(kept ? problem : new Problem(user, MORE, ""), this::entry);
        entry.put("count", entry.path("count").asInt() + 1);
    }

    private ObjectNode entry(Problem problem) {
        return problems.addObject().put("user", problem.user).put("message", problem.message).put("at", problem.at);
    }

    /** Everything of a user. */
    public synchronized void user(UserProfile user) {
        ObjectNode entry = users.addObject().put("id", user.id());
        put(entry, "name", user.name());
        put(entry, "phone", user.phone());
        put(entry, "email", user.email());
        if (user.address() != null) {
            address(entry.putObject("address"), user.address());
        }
    }

    private static void address(ObjectNode entry, UserProfile.Address address) {
        put(entry, "region", address.region());
        put(entry, "city", address.city());
        put(entry, "county", address.county());
        put(entry, "street", address.street());
        put(entry, "detail", address.detail());
        put(entry, "postalCode", address.postalCode());
    }

    private static void put(ObjectNode entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    /** Whether {@link #problem} was called. */
    public synchronized boolean hasProblems() {
        return !problems.isEmpty();
    }

    synchronized ObjectNode toJson() {
        return document.deepCopy();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
