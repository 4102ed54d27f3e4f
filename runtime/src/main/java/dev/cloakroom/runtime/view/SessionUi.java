package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page, outside of what the program draws: title, toast, loading sign, and the one
 * dialog that the program may ask the user with. It is no consent dialog: those the host asks itself.
 */
public final class SessionUi {

    private static final String SHEET = "sheet";

    private final Map<String, ObjectNode> shown = new LinkedHashMap<>();
    private final List<Consumer<ObjectNode>> watchers = new ArrayList<>();
    private final Picker picker = new Picker(this);
    private @Nullable Dialog dialog;
    private @Nullable CompletableFuture<Void> sheet;
    private boolean closed;
    private int numbers;

    /** Something of the host's own that a program may have opened. */
    public enum Sheet {
        SETTINGS,
    }

    /** A dialog that waits for the user. */
    public record Dialog(ObjectNode content, CompletableFuture<Boolean> confirmed) {}

    /** Shows {@code what}, such as {@code toast}, in place of the last one. */
    public synchronized void show(String what, ObjectNode content) {
        shown.put(what, content);
        tell();
    }

    /** Shows {@code what} to whoever looks now, once: who comes later does not hear of it. */
    public synchronized void flash(String what, ObjectNode content) {
        show(what, content);
        hide(what);
    }

    /** Tells apart what is shown twice with the same words. */
    public synchronized int nextNumber() {
        return ++numbers;
    }

    /** Takes {@code what} away. */
    public synchronized void hide(String what) {
        shown.remove(what);
        tell();
    }

    /**
     * Shows a dialog and waits for the user; a dialog that is already there is cancelled, and so is one that
     * comes after the end.
     */
    public boolean ask(ObjectNode content) {
        var asked = new Dialog(content, new CompletableFuture<>());
        put(asked);
        return asked.confirmed().join();
    }

    /** The dialog that waits, if any. */
    public synchronized Optional<Dialog> dialog() {
        return Optional.ofNullable(dialog);
    }

    /** Whether something here waits for the user. */
    public boolean waitsForUser() {
        return dialog().isPresent() || picker.waiting().isPresent();
    }

    /** Answers the dialog that waits. False when there is none. */
    public synchronized boolean answer(boolean confirm) {
        Dialog waiting = dialog;
        if (waiting == null) {
            return false;
        }
        dialog = null;
        tell();
        return waiting.confirmed().complete(confirm);
    }

    /** Shows a sheet and waits until the user closes it: no longer than somebody looks. */
    public void open(Sheet what) {
        opened(what).join();
    }

    private synchronized CompletableFuture<Void> opened(Sheet what) {
        closeSheet();
        var open = new CompletableFuture<Void>();
        sheet = open;
        show(SHEET, Json.object().put("name", what.name().toLowerCase(Locale.ROOT)));
        if (closed || watchers.isEmpty()) {
            closeSheet();
        }
        return open;
    }

    /** The user closed the sheet, if one was open. */
    public synchronized void closeSheet() {
        CompletableFuture<Void> open = sheet;
        if (open != null) {
            sheet = null;
            hide(SHEET);
            open.complete(null);
        }
    }

    /** Where the user picks something for the program. */
    public Picker picker() {
        return picker;
    }

    /** Ends a dialog that waits, as by cancelling it, and every later one; a sheet and a pick likewise. */
    public void close() {
        picker.close();
        closeDialogs();
    }

    private synchronized void closeDialogs() {
        closed = true;
        answer(false);
        closeSheet();
    }

    /**
     * Tells {@code watcher} of {@link #toJson} now and after every change, in order.
     *
     * @return ends it
     */
    public synchronized Runnable watch(Consumer<ObjectNode> watcher) {
        watcher.accept(toJson());
        watchers.add(watcher);
        return () -> forget(watcher);
    }

    private synchronized void forget(Consumer<ObjectNode> watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            closeSheet();
        }
    }

    private synchronized void put(Dialog asked) {
        answer(false);
        if (closed) {
            asked.confirmed().complete(false);
        } else {
            dialog = asked;
            tell();
        }
    }

    private void tell() {
        watchers.forEach(watcher -> watcher.accept(toJson()));
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
    public synchronized ObjectNode toJson() {
        ObjectNode all = Json.object();
        shown.forEach(all::set);
        dialog().ifPresent(waiting -> all.set("dialog", waiting.content()));
        return all;
    }
}
