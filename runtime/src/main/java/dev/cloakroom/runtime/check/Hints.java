package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.program.ProgramPackage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program's sources say about the members of its replies, by name: what is used as a list, what has members of
 * its own, and which values of {@code code}, {@code errno} and the like it takes for success. Guesses, all of them.
 */
final class Hints {

    static final Set<String> LIST_METHODS = Set.of(
        "map",
        "forEach",
        "filter",
        "push",
        "concat",
        "slice",
        "some",
        "every",
        "find",
        "findIndex",
        "reduce",
        "sort",
        "join",
        "splice",
        "reverse",
        "pop",
        "shift",
        "unshift",
        "entries",
        "flat",
        "flatMap"
    );

    private static final Pattern LIST_CALL = Pattern.compile(
        "\\b(\\w+)\\s*\\.\\s*(?:map|forEach|filter|reduce|some|every|findIndex|splice|push)\\s*\\("
    );
    private static final Pattern LIST_INDEX = Pattern.compile("\\b(\\w+)\\[(?:\\d+|i|j|k|index|idx)]");
    private static final Pattern LIST_IN_VIEW = Pattern.compile(
        "wx:for(?:-items)?\\s*=\\s*[\"']\\{\\{\\s*(?:[\\w.]+\\.)?(\\w+)\\s*}}"
    );
    private static final Pattern OWNER = Pattern.compile("\\b(\\w+)\\??\\.(?=(\\w+))");
    private static final Pattern RENAMED = Pattern.compile(
        "\\b(\\w+)['\"]?\\s*[:=]\\s*[\\w.]+\\.(\\w+)\\b(?!\\s*[.(\\[])"
    );
    private static final Pattern MARKER = Pattern.compile(
        "\\b(?:res|data|resp|response|result|ret|r|json|body|rs|rsp|d)\\w*\\.(errno|code|errcode|errCode|err_code|ret|retcode|ret_code|" +
            "status|success|error|error_code|errorCode|resultCode|result_code|returnCode|return_code|rc|err)" +
            "\\s*[!=]==?\\s*(-?\\d+|'[^'\\n]*'|\"[^\"\\n]*\"|true|false)",
        Pattern.CASE_INSENSITIVE
    );

    private final Set<String> lists = new HashSet<>();
    private final Set<String> owners = new HashSet<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Map<String, Integer>> literals = new LinkedHashMap<>();

    Hints(ProgramPackage files) {
        files.texts(".js", ".ts").values().forEach(this::code);
        files.texts(".wxml").values().forEach(this::template);
    }

    private void code(String source) {
        LIST_CALL.matcher(source)
            .results()
            .forEach(found -> lists.add(found.group(1)));
        LIST_INDEX.matcher(source)
            .results()
            .forEach(found -> lists.add(found.group(1)));
        owners(source);
        RENAMED.matcher(source)
            .results()
            .forEach(found -> names.computeIfAbsent(found.group(2), _ -> new HashSet<>()).add(found.group(1)));
        MARKER.matcher(source)
            .results()
            .forEach(found ->
                literals
                    .computeIfAbsent(found.group(1), _ -> new LinkedHashMap<>())
                    .merge(found.group(2), 1, Integer::sum)
            );
    }

    private void template(String source) {
        LIST_IN_VIEW.matcher(source)
            .results()
            .forEach(found -> lists.add(found.group(1)));
        owners(source);
    }

    private void owners(String source) {
        Matcher found = OWNER.matcher(source);
        while (found.find()) {
            if (
                !Uses.ofText(found.group(2)) &&
                !LIST_METHODS.contains(found.group(2)) &&
                !found.group(2).equals("length")
            ) {
                owners.add(found.group(1));
            }
        }
    }

    /** Something of that name is a list, as was found out otherwise. */
    void isList(String name) {
        lists.add(name);
    }

    boolean list(String name) {
        return lists.contains(name) || other(name, lists);
    }

    boolean owner(String name) {
        return owners.contains(name) || other(name, owners);
    }

    /** By a name that the program gives to it. */
    private boolean other(String name, Set<String> known) {
        return names.getOrDefault(name, Set.of()).stream().anyMatch(known::contains);
    }

    /** What replies are to hold at their root, so that the program takes them for a success. */
    Map<String, JsonNode> markers() {
        Map<String, JsonNode> markers = new LinkedHashMap<>();
        literals.forEach((name, counts) -> markers.put(name, value(mostFrequent(counts))));
        return markers;
    }

    private static String mostFrequent(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static JsonNode value(String literal) {
        boolean quoted = literal.startsWith("'") || literal.startsWith("\"");
        return quoted ? Json.tree(literal.substring(1, literal.length() - 1)) : number(literal);
    }

    private static JsonNode number(String literal) {
        return literal.matches("true|false") ? Json.tree(Boolean.valueOf(literal)) : Json.tree(Long.valueOf(literal));
    }
}
