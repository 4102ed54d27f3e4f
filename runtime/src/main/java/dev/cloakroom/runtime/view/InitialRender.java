package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.Optional;

/**
 * What a page shows before its program has run for a user: WeChat's {@code initialRenderingCache}. It is to be
 * looked at only: it is on no session's {@link PageStack}, so that nothing that a user does to it counts.
 */
public final class InitialRender {

    private final Page page;
    private final ArrayNode operations;

    private InitialRender(Page page, ArrayNode operations) {
        this.page = page;
        this.operations = operations;
    }

    /** The page that {@code pages} show, in the form that {@link #read} takes, if that is the one at {@code path}. */
    public static Optional<ObjectNode> of(PageStack pages, String path) {
        return pages.readVisible(visible ->
            visible.filter(page -> page.path().equals(path)).map(InitialRender::written)
        );
    }

    private static ObjectNode written(Page page) {
        ObjectNode json = Json.object().put("path", page.path());
        json.set("window", page.window());
        return json.set("ops", page.tree().snapshot());
    }

    /**
     * Reads it with the checks that a worker's own words go through.
     *
     * @throws GuestMisbehaved when it is none for the page at {@code path}
     */
    public static InitialRender read(ObjectNode json, String path, Limits limits) throws GuestMisbehaved {
        if (!json.path("path").asText().equals(path)) {
            throw new GuestMisbehaved("it is for another page");
        }
        JsonNode window = json.path("window").isObject() ? json.path("window") : Json.object();
        Page page = new Page(PageStack.NONE, path, Json.object(), window, new ViewTree(limits.nodes()));
        return new InitialRender(page, page.tree().apply(json.path("ops")));
    }

    /** Shows it as a page whose number is {@link PageStack#NONE}. It is gone when the first page of a session shows. */
    public void showTo(PageWatcher watcher) {
        watcher.opened(page);
        watcher.operations(page, operations);
        watcher.shown(page);
    }
}
