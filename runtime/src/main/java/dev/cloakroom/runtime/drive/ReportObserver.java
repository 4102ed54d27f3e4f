package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;

/** Writes what happens into a report. */
record ReportObserver(Report report) implements Observer {
    @Override
    public void console(String user, String level, String text, String at) {
        report.console(user, level, text, at);
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        report.api(user, api, args, ok, value);
    }

    @Override
    public void request(String user, HttpExchange sent) {
        report.request(user, sent.method(), sent.url(), sent.headers(), sent.body(), sent.status());
    }

    @Override
    public void backendRequest(HttpExchange got) {
        report.backendRequest(got.method(), got.url(), got.headers(), got.body(), got.status());
    }

    @Override
    public void backendAnswer(HttpExchange got) {
        report.backendAnswer(got.method(), got.url(), got.headers(), got.body(), got.status());
    }

    @Override
    public void backendLog(String line) {
        report.backendLog(line);
    }

    @Override
    public void problem(String user, String message, String at) {
        report.host().problem(user, message, at);
    }
}
