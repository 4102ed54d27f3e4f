package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program does while nobody looks; taken in portions, one for each thing that the check did. */
final class Sightings implements Observer {

    private static final Pattern CONSOLE = Pattern.compile(
        "(wx\\.[\\w.]+|open-type `[^`]*`|navigator: open-type `[^`]*`) is not supported"
    );
    /** What WeChat only warns of: definitions of components that are not quite in order. */
    private static final Pattern DEFINITION = Pattern.compile(
        "Error: (Cannot find method \"[^\"]*\" for observer of property|the type of property) .*"
    );
    private static final Pattern FAULT = Pattern.compile("(?:\\w+: )?(\\w[\\w.]*):fail not supported\\b.*");

    private final Set<String> warnings = new LinkedHashSet<>();
    private Seen seen = new Seen();

    /** A message and its {@code file:line}, or {@code ""}. */
    record Sight(String message, String at) {}

    /** One call of the host that succeeded. */
    record Answer(String api, JsonNode args, ObjectNode value) {}

    /** What was seen since the last look. */
    static final class Seen {

        final List<Sight> problems = new ArrayList<>();
        final List<Sight> unsupported = new ArrayList<>();
        final List<HttpExchange> requests = new ArrayList<>();
        final List<Answer> answers = new ArrayList<>();
    }

    /** Takes what was seen since the last time. */
    synchronized Seen take() {
        Seen taken = seen;
        seen = new Seen();
        return taken;
    }

    /** The warnings of the compiler. */
    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void console(String user, String level, String text, String at) {
        Matcher named = CONSOLE.matcher(text);
        if (level.equals("warn") && named.matches()) {
            add(now -> now.unsupported.add(new Sight(named.group(1), at)));
        }
    }

    @Override
    public void problem(String user, String message, String at) {
        if (DEFINITION.matcher(message).matches()) {
            sourceWarning((at.isEmpty() ? "" : at + ": ") + message);
            return;
        }
        Matcher named = FAULT.matcher(message);
        // the library said the same on the console, with the place of the call
        add(now -> {
            if (named.matches()) {
                now.unsupported.add(new Sight("wx." + named.group(1), at));
            } else {
                now.problems.add(new Sight(message, at));
            }
        });
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        add(now -> {
            if (ok) {
                now.answers.add(new Answer(api, args, value));
            }
        });
    }

    @Override
    public void request(String user, HttpExchange request) {
        add(now -> now.requests.add(request));
    }

    @Override
    public synchronized void sourceWarning(String warning) {
        warnings.add(warning);
    }

    private synchronized void add(Consumer<Seen> change) {
        change.accept(seen);
    }
}
