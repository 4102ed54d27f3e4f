package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.check.CheckReport;
import dev.cloakroom.runtime.input.Printable;
import dev.cloakroom.runtime.json.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what came of a check so that a developer reads it in a minute: pages first, then causes with their counts. */
final class CheckPrinter {

    private static final int SHOWN_PAGES = 3;

    private final PrintWriter out;

    CheckPrinter(PrintWriter out) {
        this.out = out;
    }

    void json(CheckReport report) {
        out.println(Json.pretty(report.toJson()));
    }

    void text(JsonNode report) {
        report.path("pages").forEach(this::page);
        problems(report);
        causes(report, "unsupportedApis", "name", "APIs that are not supported:");
        components(report);
        names(report.at("/domains/undeclared"), "Requests go to what `cloakroom.requestDomains` does not declare:");
        names(report.at("/domains/insecure"), "Requests go to what cannot be declared, for it is not https:");
        names(report.at("/permissions/undeclaredPrivateInfos"), "Called, and missing in `requiredPrivateInfos`:");
        names(report.at("/permissions/unusedPrivateInfos"), "In `requiredPrivateInfos`, and called nowhere:");
        names(report.at("/permissions/undeclared"), "Asked for, without a reason in `permission`:");
        names(report.at("/permissions/unused"), "In `permission`, and asked for nowhere:");
        collected(report.path("overCollection"));
        warnings(report.path("sources"));
        summary(report);
    }

    private void page(JsonNode page) {
        boolean clean = page.path("clean").asBoolean();
        String shown = page.path("shown").asText();
        String elsewhere = shown.equals(page.path("path").asText()) ? "" : ", led to `" + shown + "`";
        JsonNode tally = page.path("handlers");
        line(
            (clean ? "ok   " : "FAIL ") +
                page.path("path").asText() +
                "  " +
                tally.path("done").asInt() +
                " of " +
                tally.path("found").asInt() +
                " handlers" +
                (page.path("settled").asBoolean() ? "" : ", replies did not settle") +
                elsewhere
        );
    }

    private void problems(JsonNode report) {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        report.path("pages").forEach(page ->
            page.path("problems").forEach(problem -> {
                String at = problem.path("at").asText();
                String cause = (at.isEmpty() ? "" : at + ": ") + problem.path("message").asText();
                add(causes, cause, page.path("path").asText() + " (" + problem.path("during").asText() + ")");
            })
        );
        causes(causes, "Problems:");
    }

    private void causes(JsonNode report, String member, String name, String title) {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        report
            .path("pages")
            .forEach(page ->
                page
                    .path(member)
                    .forEach(each ->
                        add(
                            causes,
                            each.path(name).asText() + " at " + each.path("at").asText("?"),
                            page.path("path").asText()
                        )
                    )
            );
        causes(causes, title);
    }

    private void components(JsonNode report) {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        report.path("pages").forEach(page ->
            page
                .path("unsupportedComponents")
                .fieldNames()
                .forEachRemaining(tag -> add(causes, tag, page.path("path").asText()))
        );
        causes(causes, "Components that are not supported:");
    }

    private static void add(Map<String, List<String>> causes, String cause, String page) {
        causes.computeIfAbsent(cause, _ -> new ArrayList<>()).add(page);
    }

    private void causes(Map<String, List<String>> causes, String title) {
        if (!causes.isEmpty()) {
            out.println();
            out.println(title);
            causes
                .entrySet()
                .stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .forEach(cause ->
                    line("  " + cause.getValue().size() + "× " + cause.getKey() + "  in " + some(cause.getValue()))
                );
        }
    }

    private static String some(Collection<String> pages) {
        String shown = String.join(", ", pages.stream().distinct().limit(SHOWN_PAGES).toList());
        return pages.stream().distinct().count() > SHOWN_PAGES ? shown + ", …" : shown;
    }

    private void warnings(JsonNode sources) {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        sources.forEach(source -> {
            String[] parts = source.asText().split(": ", 2);
            add(causes, parts[parts.length - 1], parts.length == 1 ? "" : parts[0]);
        });
        causes(causes, "The sources:");
    }

    private void collected(JsonNode scopes) {
        if (!scopes.isEmpty()) {
            out.println();
            out.println("Got, and in no request of this run (is it needed?):");
            scopes.properties().forEach(scope -> line("  " + scope.getKey() + " by " + texts(scope.getValue())));
        }
    }

    private static String texts(JsonNode names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.asText()));
        return String.join(", ", texts);
    }

    private void names(JsonNode names, String title) {
        if (!names.isEmpty()) {
            out.println();
            out.println(title);
            names.forEach(name -> line("  " + name.asText()));
        }
    }

    private void summary(JsonNode report) {
        JsonNode sum = report.path("summary");
        out.println();
        line(
            "%d of %d pages clean, %d of %d handlers tried".formatted(
                sum.path("clean").asInt(),
                sum.path("pages").asInt(),
                sum.path("done").asInt(),
                sum.path("handlers").asInt()
            )
        );
    }

    private void line(String text) {
        out.println(Printable.of(text));
    }
}
