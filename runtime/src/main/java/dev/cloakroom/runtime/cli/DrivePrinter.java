package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.drive.DriveListener;
import dev.cloakroom.runtime.drive.Report;
import dev.cloakroom.runtime.drive.Step;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.input.Printable;
import dev.cloakroom.runtime.leak.Encodings;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells on the terminal what a drive does, and afterwards what came of it. No personal value is printed. */
final class DrivePrinter implements DriveListener {

    /** By what a recipient knows the user, of those that get nothing else. */
    private static final Map<String, String> KNOWN_BY = Map.of(
        "sms",
        "phone",
        "call",
        "phone",
        "mail",
        "email",
        "notice",
        "id"
    );

    private final PrintWriter out;

    DrivePrinter(PrintWriter out) {
        this.out = out;
    }

    void scenario(String title) {
        out.println(Printable.of(title));
    }

    @Override
    public void started(String appId) {
        line("started", appId);
    }

    @Override
    public void played(Step step, @Nullable String failure) {
        line(step.verb(), StepText.of(step));
        if (failure != null) {
            out.println("FAILED: " + Printable.of(failure));
        }
    }

    /** What happened between host, program and recipients, and whether a third party saw a value. */
    void summary(Report report, Users users) {
        JsonNode host = report.toJson().path("host");
        out.println("What happened:");
        host.path("ledger").forEach(this::ledger);
        host.path("sink").forEach(message -> sink(message, host));
        host.path("problems").forEach(this::problem);
        host.path("leaks").forEach(this::leak);
        if (host.path("leaks").isEmpty()) {
            clean(users.planted().size(), report.thirdPartyView().toString().length());
        }
        out.println(host.path("scenario").path("outcome").asText());
    }

    private void ledger(JsonNode entry) {
        LedgerText text = LedgerText.of(entry);
        line(text.what(), text.detail());
    }

    private void sink(JsonNode message, JsonNode host) {
        String kind = message.path("kind").asText();
        line("sent", kind + owner(kind, message, host) + ": " + message.path("text").asText());
    }

    // the handle of the user and not the number: a terminal's text ends up in logs
    private static String owner(String kind, JsonNode message, JsonNode host) {
        String member = KNOWN_BY.get(kind);
        if (member == null) {
            return "";
        }
        for (JsonNode user : host.path("users")) {
            if (user.path(member).equals(message.path("to"))) {
                return " to " + user.path("id").asText();
            }
        }
        return " to somebody whom the host does not know";
    }

    private void problem(JsonNode problem) {
        String at = problem.path("at").asText();
        int count = problem.path("count").asInt();
        out.println(
            Printable.of("PROBLEM: " + (at.isEmpty() ? "" : at + ": ") + problem.path("message").asText()) +
                (count == 1 ? "" : " (" + count + " times)")
        );
    }

    private void line(String what, String detail) {
        out.printf("  %-11s %s%n", what, Printable.of(detail));
    }

    private void leak(JsonNode leak) {
        out.printf(
            "LEAKED: %s as %s at %s%n",
            leak.path("label").asText(),
            leak.path("encoding").asText(),
            leak.path("path").asText()
        );
    }

    private void clean(int values, int searched) {
        out.printf(
            "No third party saw a personal value: %d values, %d encodings, in %d kB of console, storage,%n" +
                "API answers, requests, pages and what the back end received.%n",
            values,
            Encodings.ALL.size(),
            searched / 1024 + 1
        );
    }
}
