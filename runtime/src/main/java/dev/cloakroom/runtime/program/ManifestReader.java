package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code app.json}: what the schema can say is checked there, the rest here. */
final class ManifestReader {

    private static final Set<String> PRECISE_LOCATION = Set.of(
        "getLocation",
        "onLocationChange",
        "startLocationUpdate",
        "startLocationUpdateBackground"
    );

    private final JsonInput input;
    private final ProgramPackage files;
    private final JsonNode app;

    private ManifestReader(JsonInput input, ProgramPackage files) {
        this.input = input;
        this.files = files;
        this.app = input.root();
    }

    /**
     * The manifest in {@code input}.
     *
     * @throws BadInput for the first thing that is wrong
     */
    static Manifest read(String appId, JsonInput input, ProgramPackage files) {
        return new ManifestReader(input.matching("app"), files).manifest(appId);
    }

    private Manifest manifest(String appId) {
        List<String> pages = pages();
        Map<String, String> reasons = reasons();
        return new Manifest(
            appId,
            pages,
            tabs(pages),
            reasons,
            privateInfos(),
            requestDomains(),
            recipients(reasons),
            (ObjectNode) app
        );
    }

    private List<String> pages() {
        Set<String> pages = new LinkedHashSet<>();
        app.path("pages").forEach(page -> addPage(pages, "", page));
        for (String key : List.of("subpackages", "subPackages")) {
            app.path(key).forEach(part -> part.path("pages").forEach(page -> addPage(pages, root(part), page)));
        }
        return List.copyOf(pages);
    }

    private static String root(JsonNode subpackage) {
        return subpackage.path("root").asText().replaceFirst("^/", "").replaceFirst("/?$", "/");
    }

    private void addPage(Set<String> pages, String root, JsonNode page) {
        String path = root + page.asText();
        if (!pages.add(path)) {
            throw input.bad(page, "the page `" + path + "` is listed twice: remove one");
        }
        require(page, files.has(path + ".js") || files.has(path + ".ts"), path, ".js");
    }

    private void require(JsonNode page, boolean present, String path, String suffix) {
        if (!present) {
            throw input.bad(
                page,
                "the page `" + path + "` has no `" + path + suffix + "`: create it or remove the page"
            );
        }
    }

    private List<String> tabs(List<String> pages) {
        List<String> tabs = new ArrayList<>();
        for (JsonNode tab : app.path("tabBar").path("list")) {
            JsonNode page = tab.path("pagePath");
            if (!pages.contains(page.asText())) {
                throw input.bad(page, "the tab's page `" + page.asText() + "` is not listed in `pages`: add it there");
            }
            tabs.add(page.asText());
        }
        return List.copyOf(tabs);
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        app.path("permission")
            .properties()
            .forEach(e -> reasons.put(e.getKey(), e.getValue().path("desc").asText()));
        return Collections.unmodifiableMap(reasons);
    }

    private Set<String> privateInfos() {
        Set<String> infos = new LinkedHashSet<>();
        app.path("requiredPrivateInfos").forEach(info -> infos.add(info.asText()));
        if (infos.contains("getFuzzyLocation") && !Collections.disjoint(infos, PRECISE_LOCATION)) {
            throw input.bad(
                app.path("requiredPrivateInfos"),
                "`getFuzzyLocation` excludes the precise location APIs: keep one kind"
            );
        }
        return Collections.unmodifiableSet(infos);
    }

    private Set<String> requestDomains() {
        Set<String> origins = new LinkedHashSet<>();
        app.path("cloakroom")
            .path("requestDomains")
            .forEach(domain -> origins.add(origin(domain)));
        return Collections.unmodifiableSet(origins);
    }

    private String origin(JsonNode domain) {
        return Origin.normalized(domain.asText()).orElseThrow(() ->
            input.bad(
                domain,
                "`" + domain.asText() + "` must be an origin such as `https://api.example.com`; `http` only on loopback"
            )
        );
    }

    private Map<String, List<String>> recipients(Map<String, String> reasons) {
        Map<String, List<String>> recipients = new LinkedHashMap<>();
        app.path("cloakroom")
            .path("recipients")
            .properties()
            .forEach(e -> {
                if (!reasons.containsKey(e.getKey())) {
                    throw input.bad(e.getValue(), "say in `permission` why the program asks for `" + e.getKey() + "`");
                }
                recipients.put(e.getKey(), ids(e.getValue()));
            });
        return Collections.unmodifiableMap(recipients);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(id -> ids.add(id.asText()));
        return List.copyOf(ids);
    }
}
