package dev.cloakroom.host.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code when} of a rule. */
final class ConditionReader {

    private final String where;

    private ConditionReader(String where) {
        this.where = where;
    }

    static Condition read(JsonNode node, String where) {
        return new ConditionReader(where).condition(node);
    }

    private Condition condition(JsonNode node) {
        PolicyReader.require(node.isObject() && node.size() == 1, where + ": a condition is an object with one member");
        var member = node.properties().iterator().next();
        return condition(member.getKey(), member.getValue());
    }

    private Condition condition(String kind, JsonNode value) {
        return switch (kind) {
            case "declared" -> new Condition.Declared(flag(kind, value));
            case "gesture" -> new Condition.Gesture(flag(kind, value));
            case "foreground" -> new Condition.Foreground(flag(kind, value));
            case "recipientsRegistered" -> new Condition.RecipientsRegistered(flag(kind, value));
            case "recipientsAllowed" -> new Condition.RecipientsAllowed(flag(kind, value));
            case "scopes" -> new Condition.ForScopes(
                each(kind, value, this::scope).stream().collect(Collectors.toSet())
            );
            case "programs" -> new Condition.ForPrograms(
                each(kind, value, this::program).stream().collect(Collectors.toSet())
            );
            case "all" -> new Condition.AllOf(each(kind, value, this::condition));
            case "any" -> new Condition.AnyOf(each(kind, value, this::condition));
            case "not" -> new Condition.Not(condition(value));
            default -> throw new PolicyFormatException(where + ": unknown condition `" + kind + "`");
        };
    }

    private boolean flag(String kind, JsonNode value) {
        PolicyReader.require(value.isBoolean(), where + ": `" + kind + "` must be true or false");
        return value.booleanValue();
    }

    private <T> List<T> each(String kind, JsonNode value, Function<JsonNode, T> read) {
        return PolicyReader.list(value, where + ": `" + kind + "`")
            .stream()
            .map(read)
            .toList();
    }

    private Scope scope(JsonNode node) {
        return ScopeCatalog.find(node.asText()).orElseThrow(() ->
            new PolicyFormatException(where + ": unknown scope `" + node.asText() + "`")
        );
    }

    private ProgramId program(JsonNode node) {
        PolicyReader.require(Ids.isId(node.asText()), where + ": `" + node.asText() + "` is not a program id");
        return new ProgramId(node.asText());
    }
}
