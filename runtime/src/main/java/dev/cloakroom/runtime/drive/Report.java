package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.session.UserSession;

/**
 * What a scenario's third parties could see, in the order in which it happened; and under {@code host},
 * apart from that, what only the host knows. {@code docs/report.schema.json} has the format.
 */
final class Report implements Observer {

    private final ObjectNode thirdParties = Json.object();
    private final ArrayNode console = thirdParties.putArray("console");
    private final ObjectNode storage = thirdParties.putObject("storage");
    private final ArrayNode api = thirdParties.putArray("api");
    private final ArrayNode requests = thirdParties.putArray("requests");
    private final ArrayNode pages = thirdParties.putArray("pages");
    private final ArrayNode backend = thirdParties.putArray("backend");
    private final ArrayNode problems = Json.object().arrayNode();

    @Override
    public synchronized void console(String user, String level, String text, String at) {
        console.addObject().put("user", user).put("level", level).put("text", text).put("at", at);
    }

    @Override
    public synchronized void api(String user, String name, JsonNode args, boolean ok, ObjectNode value) {
        api.addObject()
            .put("user", user)
            .put("api", name)
            .put("ok", ok)
            .<ObjectNode>set("args", args)
            .set("value", value);
    }

    @Override
    public synchronized void request(String user, ObjectNode exchange) {
        requests.addObject().put("user", user).setAll(exchange);
    }

    @Override
    public synchronized void backend(ObjectNode received) {
        backend.add(received);
    }

    @Override
    public synchronized void problem(String user, String message, String at) {
        problems.addObject().put("user", user).put("message", message).put("at", at);
    }

    /** What the session shows at its end. */
    synchronized void session(String user, UserSession session) {
        pages.addAll(Snapshot.of(user, session));
    }

    /** What the program keeps for that user. */
    synchronized void storage(String user, JsonNode values) {
        storage.set(user, values);
    }

    /** Errors that the program did not catch, and ends that it did not want. */
    synchronized ArrayNode problems() {
        return problems.deepCopy();
    }

    /** All that a third party could see. */
    synchronized ObjectNode thirdPartyView() {
        return thirdParties.deepCopy();
    }
}
