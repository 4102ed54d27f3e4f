package dev.cloakroom.host.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the format that {@link PolicySet} describes. A member that it does not know is an error, not a comment. */
final class PolicyReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private PolicyReader() {}

    static List<Rule> read(String json) {
        var root = parse(json);
        onlyMembers(root, "the policy", Set.of("rules"));
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var node : list(root.path("rules"), "`rules`")) {
            var rule = rule(node, "rule " + (rules.size() + 1));
            require(ids.add(rule.id()), "two rules have the id `" + rule.id() + "`");
            rules.add(rule);
        }
        return rules;
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new PolicyFormatException("the policy is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Rule rule(JsonNode node, String where) {
        onlyMembers(node, where, Set.of("id", "effect", "reason", "when"));
        var id = node.path("id").asText();
        require(Ids.isId(id), where + ": `id` must be letters, digits and . _ : @ + -");
        var effect = effect(node.path("effect").asText(), id);
        return new Rule(
            id,
            effect,
            reason(node, effect, id),
            ConditionReader.read(node.path("when"), "rule `" + id + "`")
        );
    }

    private static Rule.Effect effect(String text, String id) {
        return switch (text) {
            case "deny" -> Rule.Effect.DENY;
            case "ask" -> Rule.Effect.ASK;
            case "permit" -> Rule.Effect.PERMIT;
            default -> throw new PolicyFormatException(
                "rule `" + id + "`: `effect` must be `deny`, `ask` or `permit`, not `" + text + "`"
            );
        };
    }

    private static RefusalReason reason(JsonNode node, Rule.Effect effect, String id) {
        if (!node.has("reason")) {
            return RefusalReason.DENIED_BY_RULE;
        }
        require(effect == Rule.Effect.DENY, "rule `" + id + "`: only a `deny` rule has a `reason`");
        var text = node.path("reason").asText();
        return PolicySet.REASONS.stream()
            .filter(reason -> reason.name().equals(text))
            .findFirst()
            .orElseThrow(() ->
                new PolicyFormatException("rule `" + id + "`: `reason` must be one of " + PolicySet.REASONS)
            );
    }

    static List<JsonNode> list(JsonNode node, String what) {
        require(node.isArray() && !node.isEmpty(), what + " must be a list with at least one entry");
        var entries = new ArrayList<JsonNode>();
        node.forEach(entries::add);
        return entries;
    }

    static void onlyMembers(JsonNode node, String where, Set<String> allowed) {
        require(node.isObject(), where + " must be an object");
        for (var entry : node.properties()) {
            require(allowed.contains(entry.getKey()), where + ": unknown member `" + entry.getKey() + "`");
        }
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new PolicyFormatException(message);
        }
    }
}
