package dev.cloakroom.runtime.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells two observers, in that order. */
record Observers(Observer first, Observer second) implements Observer {
    @Override
    public void console(String user, String level, String text, String at) {
        first.console(user, level, text, at);
        second.console(user, level, text, at);
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        first.api(user, api, args, ok, value);
        second.api(user, api, args, ok, value);
    }

    @Override
    public void request(String user, HttpExchange request) {
        first.request(user, request);
        second.request(user, request);
    }

    @Override
    public void backendRequest(HttpExchange request) {
        first.backendRequest(request);
        second.backendRequest(request);
    }

    @Override
    public void backendAnswer(HttpExchange answer) {
        first.backendAnswer(answer);
        second.backendAnswer(answer);
    }

    @Override
    public void backendLog(String line) {
        first.backendLog(line);
        second.backendLog(line);
    }

    @Override
    public void problem(String user, String message, String at) {
        first.problem(user, message, at);
        second.problem(user, message, at);
    }

    @Override
    public boolean wantsReads() {
        return first.wantsReads() || second.wantsReads();
    }

    @Override
    public void reads(String user, JsonNode reads) {
        first.reads(user, reads);
        second.reads(user, reads);
    }

    @Override
    public void sourceWarning(String warning) {
        first.sourceWarning(warning);
        second.sourceWarning(warning);
    }
}
