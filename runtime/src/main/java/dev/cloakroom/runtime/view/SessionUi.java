package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page, outside of what the program draws: title, toast, loading sign, and the one
 * dialog that the program may ask the user with. It is no consent dialog: those the host asks itself.
 */
public final class SessionUi {

    private final ConcurrentMap<String, ObjectNode> shown = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Dialog> dialog = new AtomicReference<>();
    private volatile boolean closed;

    /** A dialog that waits for the user. */
    public record Dialog(ObjectNode content, CompletableFuture<Boolean> confirmed) {}

    /** Shows {@code what}, such as {@code toast}, in place of the last one. */
    public void show(String what, ObjectNode content) {
        shown.put(what, content);
    }

    /** Takes {@code what} away. */
    public void hide(String what) {
        shown.remove(what);
    }

    /** Shows a dialog and waits for the user; one that is there already is cancelled, and all are after {@link #close}. */
    public boolean ask(ObjectNode content) {
        var asked = new Dialog(content, new CompletableFuture<>());
        Dialog before = dialog.getAndSet(asked);
        if (before != null) {
            before.confirmed().complete(false);
        }
        if (closed) {
            close();
        }
        return asked.confirmed().join();
    }

    /** The dialog that waits, if any. */
    public Optional<Dialog> dialog() {
        return Optional.ofNullable(dialog.get());
    }

    /** Answers the dialog that waits. False when there is none. */
    public boolean answer(boolean confirm) {
        Dialog waiting = dialog.getAndSet(null);
        return waiting != null && waiting.confirmed().complete(confirm);
    }

    /** Cancels the dialog that waits, and every later one: nobody is there to answer. */
    public void close() {
        closed = true;
        answer(false);
    }

    /** What a person reads of it, on one line. */
    public String text() {
        return toJson()
            .findValues("title")
            .stream()
            .map(JsonNode::asText)
            .collect(
                Collectors.joining(
                    " ",
                    "",
                    dialog()
                        .map(open -> " " + open.content().path("content").asText())
                        .orElse("")
                )
            );
    }

    /** All of it as JSON: {@code {"toast": {…}, "dialog": {…}}}. */
    public ObjectNode toJson() {
        ObjectNode all = Json.object();
        shown.forEach(all::set);
        dialog().ifPresent(waiting -> all.set("dialog", waiting.content()));
        return all;
    }
}
