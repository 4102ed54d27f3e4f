package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A top document without a browser: what the host sent it, and what a user does in it. */
final class TestDocument implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ObjectNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    /** @throws CompletionException when the host refuses the connection */
    TestDocument(HttpClient client, URI server, String origin, String cookie) {
        socket = client
            .newWebSocketBuilder()
            .header("Origin", origin)
            .header("Cookie", cookie)
            .buildAsync(URI.create("ws://" + server.getAuthority() + "/simulator/socket"), this)
            .join();
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Json.parseObject(part.toString()).orElseThrow());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    void send(String message) {
        socket.sendText(message.replace('`', '"'), true).join();
    }

    /** Sends, unless the host has closed meanwhile. */
    void trySend(String message) {
        try {
            send(message);
        } catch (CompletionException e) {
            Awaitility.await().until(() -> !isOpen());
        }
    }

    void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] { 1 }), true).join();
    }

    /** Goes away as a tab does. */
    void leave() {
        socket.abort();
    }

    /** The code with which the host closed. */
    int closeCode() {
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> closed.isDone());
        return closed.join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    List<ObjectNode> heard(String type) {
        return heard
            .stream()
            .filter(message -> message.path("t").asText().equals(type))
            .toList();
    }

    /** Everything so far, in order. */
    List<ObjectNode> all() {
        return List.copyOf(heard);
    }

    /** The first message of that type that fits, when it has come. */
    ObjectNode await(String type, Predicate<ObjectNode> fits) {
        try {
            return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> heard(type).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no such `" + type + "` after " + heard("session") + heard("problem"), e);
        }
    }

    ObjectNode awaitState(String state) {
        return await("session", message -> message.path("state").asText().equals(state));
    }

    /** Waits until an operation sets that text. */
    void awaitText(String text) {
        await("ops", message -> operations(message).contains("\"" + text + "\""));
    }

    private static String operations(ObjectNode message) {
        return message.path("ops").toString();
    }

    void tap(String id) {
        send("{`t`: `tap`, `page`: %d, `node`: %d}".formatted(page(), node(id)));
    }

    void input(String id, String phase, String value) {
        send(
            "{`t`: `input`, `page`: %d, `node`: %d, `phase`: `%s`, `value`: `%s`}".formatted(
                page(),
                node(id),
                phase,
                value
            )
        );
    }

    private int page() {
        return await("page", message -> message.path("op").asText().equals("show"))
            .path("page")
            .asInt();
    }

    /** The node with that id in WXML, of the session that runs now. */
    int node(String id) {
        await("ops", message -> operations(message).contains("\"id\",\"" + id + "\""));
        int found = 0;
        for (ObjectNode message : heard("ops")) {
            for (JsonNode operation : message.path("ops")) {
                boolean names = operation.path(0).asText().equals("A") && operation.path(2).asText().equals("id");
                found = names && operation.path(3).asText().equals(id) ? operation.path(1).asInt() : found;
            }
        }
        return found;
    }
}
