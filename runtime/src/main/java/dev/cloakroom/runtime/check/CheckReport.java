package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.program.MiniProgram;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What came of a check; {@code docs/check.schema.json} describes its JSON. */
public final class CheckReport {

    private final MiniProgram program;
    private final List<PageReport> pages;
    private final List<String> warnings;
    private final Permissions permissions;
    private final Map<String, Set<String>> collected;
    private final CheckNetwork network;
    private final Domains domains;

    CheckReport(
        MiniProgram program,
        List<PageReport> pages,
        List<String> warnings,
        Permissions permissions,
        Map<String, Set<String>> collected,
        CheckNetwork network
    ) {
        this.program = program;
        this.pages = List.copyOf(pages);
        this.warnings = List.copyOf(warnings);
        this.permissions = permissions;
        this.collected = collected;
        this.network = network;
        this.domains = Domains.of(this.pages, program.manifest().requestDomains());
    }

    /** Whether every page is clean, and the program declares what it uses. */
    public boolean clean() {
        return (
            pages.stream().allMatch(PageReport::clean) &&
            domains.undeclared().isEmpty() &&
            domains.insecure().isEmpty() &&
            permissions.undeclaredPrivateInfos().isEmpty()
        );
    }

    /** All of it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("appId", program.manifest().appId()).put("clean", clean());
        json.set("summary", summary());
        json.set("domains", Json.tree(domains));
        json.set("permissions", Json.tree(permissions));
        json.set("overCollection", Json.tree(collected));
        json.set("sources", Json.tree(warnings));
        ArrayNode all = json.putArray("pages");
        pages.forEach(page -> all.add(page(page)));
        return json;
    }

    /** What was asked and answered, as a file for {@code --replies} that a developer can edit. */
    public ObjectNode recorded() {
        return network.recorded();
    }

    private ObjectNode summary() {
        return Json.object()
            .put("pages", pages.size())
            .put("clean", (int) pages.stream().filter(PageReport::clean).count())
            .put("handlers", sum(page -> page.handlers().found()))
            .put("done", sum(page -> page.handlers().done()));
    }

    private int sum(ToIntFunction<PageReport> part) {
        return pages.stream().mapToInt(part).sum();
    }

    private static JsonNode page(PageReport page) {
        ObjectNode json = Json.object().put("path", page.path()).put("clean", page.clean());
        return json.setAll((ObjectNode) Json.tree(page));
    }
}
