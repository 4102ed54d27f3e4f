package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.drive.DriveListener;
import dev.cloakroom.runtime.drive.Report;
import dev.cloakroom.runtime.drive.Step;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.leak.Encodings;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells on the terminal what a drive does, and afterwards what came of it. No personal value is printed. */
final class DrivePrinter implements DriveListener {

    private static final String LINE = "  %-12s %s%n";

    private final PrintWriter out;

    DrivePrinter(PrintWriter out) {
        this.out = out;
    }

    void scenario(String title) {
        out.println(title);
    }

    @Override
    public void started(String appId) {
        out.printf(LINE, "program", appId + " is running in its worker, its back end beside it");
    }

    @Override
    public void played(Step step, @Nullable String failure) {
        out.printf(LINE, step.verb(), object(step));
        if (failure != null) {
            out.println();
            out.println("FAILED " + failure);
        }
    }

    /** What happened between host, program and recipients, and whether a third party saw a value. */
    void summary(Report report, Users users) {
        JsonNode document = report.toJson();
        JsonNode host = document.path("host");
        out.println();
        out.println("What happened, as the ledger has it");
        host.path("ledger").forEach(entry -> ledger(entry, host.path("consents")));
        host.path("sink").forEach(message ->
            out.printf(LINE, "sms sink", "got \"" + message.path("text").asText() + "\" for " + owner(message, host))
        );
        out.println();
        host.path("problems").forEach(problem ->
            out.println("PROBLEM " + at(problem) + problem.path("message").asText())
        );
        leaks(host, users, report.thirdPartyView().toString().length());
        out.println(host.path("scenario").path("outcome").asText());
    }

    private static String object(Step step) {
        return switch (step) {
            case Step.Open open -> open.url().isEmpty() ? "the first page" : open.url();
            case Step.Tap tap -> tap.selector();
            case Step.Input input -> input.selector() + " \"" + input.text() + "\"";
            case Step.Wait wait -> condition(wait.condition());
            case Step.WaitIdle _ -> "until the program rests";
            case Step.Consent consent -> consent.answer().name().toLowerCase(java.util.Locale.ROOT);
            case Step.Modal modal -> modal.confirm() ? "confirm" : "cancel";
            case Step.Expect expect -> expectation(expect);
            case Step.Revoke revoke -> revoke.scope();
            case Step.Advance advance -> "the host's clock by " + advance.by();
            case Step.Back _, Step.Uninstall _, Step.Close _ -> step.head().user();
        };
    }

    private static String condition(Step.Condition condition) {
        return java.util.stream.Stream.of(condition.page(), condition.selector(), quoted(condition.text()))
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.joining(" "));
    }

    private static String expectation(Step.Expect expect) {
        return (
            condition(expect.condition()) +
            (expect.absent() ? " absent" : "") +
            (expect.count() == null ? "" : " " + expect.count() + " times") +
            (expect.sms() == null ? "" : " " + expect.sms() + " SMS") +
            (expect.prompts() == null ? "" : " " + expect.prompts() + " prompts")
        ).strip();
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : "\"" + text + "\"";
    }

    private void ledger(JsonNode entry, JsonNode consents) {
        switch (entry.path("kind").asText()) {
            case "decided" -> out.printf(
                LINE,
                "decision",
                entry.path("verdict").asText().toLowerCase(java.util.Locale.ROOT) +
                    " " +
                    entry.path("scope").asText() +
                    " by " +
                    words(entry.path("rules")) +
                    reason(entry)
            );
            case "consented" -> out.printf(
                LINE,
                "consent",
                "the user allowed " +
                    entry.path("scope").asText() +
                    (entry.path("standing").asBoolean() ? " until revoked" : " once") +
                    ", for " +
                    words(entry.path("recipients"))
            );
            case "consent-refused" -> out.printf(
                LINE,
                "consent",
                "the user did not allow " + entry.path("scope").asText()
            );
            case "minted" -> out.printf(
                LINE,
                "token",
                entry.path("token").asText() +
                    " for " +
                    entry.path("scope").asText() +
                    ", until " +
                    entry.path("expiresAt").asText()
            );
            case "redemption-reserved" -> out.printf(
                LINE,
                "redemption",
                entry.path("action").asText() + " with token " + entry.path("token").asText()
            );
            case "redemption-completed" -> out.printf(
                LINE,
                "receipt",
                entry.path("result").asText().toLowerCase(java.util.Locale.ROOT)
            );
            case "revoked" -> out.printf(LINE, "revoked", entry.path("scope").asText());
            case "login-code-exchanged" -> out.printf(
                LINE,
                "login",
                "the back end knows the user as " + entry.path("subject").asText()
            );
            default -> out.printf(LINE, entry.path("kind").asText(), "");
        }
    }

    private static String reason(JsonNode entry) {
        return entry.has("reason") && !entry.path("reason").isNull() ? ": " + entry.path("reason").asText() : "";
    }

    private static String owner(JsonNode message, JsonNode host) {
        for (JsonNode user : host.path("users")) {
            if (user.path("phone").asText().equals(message.path("to").asText())) {
                return user.path("id").asText();
            }
        }
        return "nobody that the host knows";
    }

    private static String at(JsonNode problem) {
        String at = problem.path("at").asText();
        return at.isEmpty() ? "" : at + ": ";
    }

    private void leaks(JsonNode host, Users users, int searched) {
        JsonNode leaks = host.path("leaks");
        leaks.forEach(leak ->
            out.println(
                "LEAKED " +
                    leak.path("label").asText() +
                    " as " +
                    leak.path("encoding").asText() +
                    " at " +
                    leak.path("path").asText()
            )
        );
        if (leaks.isEmpty()) {
            out.printf(
                "No third party saw a personal value: %d values searched for in %d encodings,%n" +
                    "in %d kB of console, storage, API answers, requests, pages and what the back end received.%n",
                users.planted().size(),
                Encodings.ALL.size(),
                searched / 1024 + 1
            );
        }
    }

    private static String words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
    }
}
