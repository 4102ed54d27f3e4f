package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.api.TokenScopes;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.simulator.Inspector.Kind;

/** Shows in the inspector what happens. What the host records by itself is looked up after each answer. */
public final class SimulatorObserver implements Observer {

    private final Inspector inspector;
    private final Records records;

    /** @param records what the host records by itself */
    public SimulatorObserver(Inspector inspector, Records records) {
        this.inspector = inspector;
        this.records = records;
    }

    @Override
    public void console(String user, String level, String text, String at) {
        inspector.show(Kind.CONSOLE, line ->
            line.put("level", level).put("text", Inspector.shortened(text)).put("place", at)
        );
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        records.catchUp();
        JsonNode code = value.path("code");
        if (ok && code.isTextual()) {
            TokenScopes.of(api, args).ifPresent(scope ->
                inspector.show(Kind.TOKEN, token -> token.put("token", code.textValue()).put("scope", scope.name()))
            );
        }
    }

    @Override
    public void backendRequest(HttpExchange request) {
        inspector.show(Kind.BACKEND, message -> exchange(message.put("kind", "request"), request));
    }

    @Override
    public void backendAnswer(HttpExchange answer) {
        records.catchUp();
        inspector.show(Kind.BACKEND, message -> exchange(message.put("kind", "answer"), answer));
    }

    @Override
    public void backendLog(String line) {
        inspector.show(Kind.BACKEND, message -> message.put("kind", "log").put("line", Inspector.shortened(line)));
    }

    @Override
    public void problem(String user, String message, String at) {
        inspector.show(Kind.PROBLEM, problem -> problem.put("message", Inspector.shortened(message)).put("place", at));
    }

    private static void exchange(ObjectNode message, HttpExchange seen) {
        message
            .put("method", seen.method())
            .put("url", Inspector.shortened(seen.url()))
            .put("body", Inspector.shortened(seen.body()))
            .put("status", seen.status());
    }
}
