package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a program says of itself. Every text in it is the developer's: escape it before a person sees it.
 *
 * @param appId the program's id
 * @param pages paths without suffix, those of subpackages included; the first one is the entry page
 * @param tabs the pages of the tab bar, in order; empty if it has none
 * @param reasons scope such as {@code scope.phoneNumber} → why the program asks for it
 * @param privateInfos {@code requiredPrivateInfos}: the location and address APIs that it may call
 * @param requestDomains origins such as {@code https://api.example.com} that it may send requests to
 * @param recipients scope → ids of the recipients that may be asked to act on it
 * @param app the whole of {@code app.json}
 */
public record Manifest(
    String appId,
    List<String> pages,
    List<String> tabs,
    Map<String, String> reasons,
    Set<String> privateInfos,
    Set<String> requestDomains,
    Map<String, List<String>> recipients,
    ObjectNode app
) {
    /** The page that opens when none is named. */
    public String entryPage() {
        return pages.getFirst();
    }

    /** {@code window} of {@code app.json}, or a missing node. */
    public JsonNode window() {
        return app.path("window");
    }

    /** {@code tabBar} of {@code app.json}, or a missing node. */
    public JsonNode tabBar() {
        return app.path("tabBar");
    }
}
