package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.view.QueryNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records what happened while a scenario played: what third parties could see, and under {@code host}
 * what only the host knows. {@code docs/report.schema.json} describes the document. Users go by their
 * handles. Safe for use by many threads; what is recorded is copied.
 */
public final class Report {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode document = JSON.objectNode();
    private final ArrayNode console = document.putArray("console");
    private final ObjectNode storage = document.putObject("storage");
    private final ArrayNode api = document.putArray("api");
    private final ArrayNode requests = document.putArray("requests");
    private final ObjectNode pages = document.putObject("pages");
    private final ArrayNode backend = document.putArray("backend");
    private final HostReport host = new HostReport();

    /** One line of the program's console; {@code at} is its {@code file:line} or empty. */
    public synchronized void console(String user, String level, String text, String at) {
        console.addObject().put("user", user).put("level", level).put("text", text).put("at", at);
    }

    /** What the program keeps for a user, in place of what was recorded before. */
    public synchronized void storage(String user, Map<String, JsonNode> values) {
        ObjectNode copy = storage.putObject(user);
        values.forEach((key, value) -> copy.set(key, value.deepCopy()));
    }

    /**
     * One call of the program and what it answered.
     *
     * @param value the answer; when not {@code ok} an object with {@code errMsg} and perhaps {@code errno}
     */
    public synchronized void api(String user, String name, @Nullable JsonNode args, boolean ok, JsonNode value) {
        ObjectNode call = api.addObject().put("user", user).put("api", name);
        if (args != null) {
            call.set("args", args.deepCopy());
        }
        call.put("ok", ok);
        if (ok) {
            call.set("value", value.deepCopy());
        } else {
            error(call, value);
        }
    }

    private static void error(ObjectNode call, JsonNode value) {
        call.put("errMsg", value.path("errMsg").asText());
        if (value.has("errno")) {
            call.put("errno", value.path("errno").asInt());
        }
    }

    /** A request as the program sent it; {@code status} is 0 when there was no answer. */
    public synchronized void request(
        String user,
        String method,
        String url,
        Map<String, String> headers,
        String body,
        int status
    ) {
        http(requests.addObject().put("user", user), method, url, headers, body, status);
    }

    /**
     * What a user has open, the page on top last, in place of what was recorded before.
     *
     * @param around what the program put around the page on top: title, toast, dialog
     */
    public synchronized void pages(String user, List<OpenPage> open, ObjectNode around) {
        ArrayNode stack = pages.putArray(user);
        for (OpenPage page : open) {
            ObjectNode entry = stack.addObject().put("path", page.path());
            page.query().forEach(entry.putObject("query")::put);
            entry.set("tree", tree(page.root()));
        }
        if (!open.isEmpty() && !around.isEmpty()) {
            ((ObjectNode) stack.get(stack.size() - 1)).set("around", around.deepCopy());
        }
    }

    /** A page that is open. */
    public record OpenPage(String path, Map<String, String> query, QueryNode root) {}

    private static ObjectNode tree(QueryNode node) {
        if (node.tag().isEmpty()) {
            return JSON.objectNode().put("text", node.text());
        }
        ObjectNode element = JSON.objectNode().put("tag", node.tag());
        node.attributes().forEach(element.putObject("attributes")::put);
        node.classes().forEach(element.putArray("classes")::add);
        ArrayNode children = element.putArray("children");
        node.children().forEach(child -> children.add(tree(child)));
        return element;
    }

    /** A request from the program that reached the developer's back end, and what it answered. */
    public synchronized void backendRequest(
        String method,
        String url,
        Map<String, String> headers,
        String body,
        int status
    ) {
        http(backend.addObject().put("kind", "request"), method, url, headers, body, status);
    }

    /** What the host's API answered to the back end; {@code headers} and {@code body} are the answer's. */
    public synchronized void backendAnswer(
        String method,
        String url,
        Map<String, String> headers,
        String body,
        int status
    ) {
        http(backend.addObject().put("kind", "answer"), method, url, headers, body, status);
    }

    /** A line that the back end logged. */
    public synchronized void backendLog(String text) {
        backend.addObject().put("kind", "log").put("text", text);
    }

    private static void http(
        ObjectNode entry,
        String method,
        String url,
        Map<String, String> headers,
        String body,
        int status
    ) {
        entry.put("method", method).put("url", url);
        headers.forEach(entry.putObject("headers")::put);
        entry.put("body", body).put("status", status);
    }

    /** What only the host knows. */
    public HostReport host() {
        return host;
    }

    /** All but {@code host}: what a leak scan searches. */
    public synchronized ObjectNode thirdPartyView() {
        return document.deepCopy();
    }

    /** The whole document so far. */
    public JsonNode toJson() {
        return thirdPartyView().set("host", host.toJson());
    }
}
