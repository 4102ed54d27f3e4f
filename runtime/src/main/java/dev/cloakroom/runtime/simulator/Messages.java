package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.scope.Wording;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.Page;

/** The messages of {@code docs/simulator-protocol.md} from the host that need putting together. */
final class Messages {

    /** Of the simulated screen in CSS pixels: what {@code wx.getSystemInfoSync} tells programs. */
    private static final int WIDTH = 375;
    private static final int HEIGHT = 667;

    private Messages() {}

    static ObjectNode of(String type) {
        return Json.object().put("t", type);
    }

    static ObjectNode hello(SimulatedProgram.About about) {
        ObjectNode hello = of("hello");
        hello.putObject("program").put("appId", about.appId()).put("name", about.name());
        return hello
            .put("user", about.user())
            .put("developer", about.developer())
            .put("width", WIDTH)
            .put("height", HEIGHT);
    }

    static ObjectNode page(String operation, Page page) {
        return of("page").put("op", operation).put("page", page.id());
    }

    static ObjectNode opened(Page page) {
        ObjectNode opened = page("open", page).put("path", page.path());
        opened.set("query", page.query());
        opened.set("window", page.window().isObject() ? page.window() : Json.object());
        return opened;
    }

    static ObjectNode operations(Page page, ArrayNode operations) {
        return of("ops").put("page", page.id()).set("ops", operations);
    }

    static ObjectNode measure(long question, int page, ArrayNode nodes) {
        return of("measure").put("question", question).put("page", page).set("nodes", nodes);
    }

    static ObjectNode session(SessionState state, String message) {
        return of("session").put("state", state.text()).put("message", message);
    }

    static ObjectNode wording(Wording wording) {
        return Json.object().put("en", wording.english()).put("zh", wording.chinese());
    }
}
