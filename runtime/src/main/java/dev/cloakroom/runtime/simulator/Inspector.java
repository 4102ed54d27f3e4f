package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What stands beside the phone: the last things of each kind, so that a reload loses nothing a person wants to see. */
public final class Inspector {

    private static final int REMEMBERED = 500;
    private static final int MAX_TEXT = 20_000;

    private final Clock clock;
    private final Map<Kind, Deque<ObjectNode>> past = new LinkedHashMap<>();
    private final List<Consumer<ObjectNode>> watchers = new ArrayList<>();

    /** The kinds, in the order in which a new top document hears of them. */
    enum Kind {
        TOKEN("token"),
        LEDGER("ledger"),
        BACKEND("backend"),
        RECEIVED("received"),
        CONSOLE("console"),
        PROBLEM("problem");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        ObjectNode message() {
            return Messages.of(type);
        }
    }

    public Inspector(Clock clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            past.put(kind, new ArrayDeque<>());
        }
    }

    /** Shows something that happened now. */
    synchronized void show(Kind kind, Consumer<ObjectNode> members) {
        ObjectNode message = kind.message();
        members.accept(message);
        message.put("at", clock.instant().toString());
        Deque<ObjectNode> remembered = past.getOrDefault(kind, new ArrayDeque<>());
        if (remembered.size() == REMEMBERED) {
            remembered.removeFirst();
        }
        remembered.addLast(message);
        watchers.forEach(watcher -> watcher.accept(message));
    }

    /**
     * Tells {@code watcher} of what is remembered, kind by kind, and then of everything that comes, in order.
     *
     * @return ends it
     */
    synchronized Runnable watch(Consumer<ObjectNode> watcher) {
        past.values().forEach(messages -> messages.forEach(watcher));
        watchers.add(watcher);
        return () -> forget(watcher);
    }

    private synchronized void forget(Consumer<ObjectNode> watcher) {
        watchers.remove(watcher);
    }

    /** A text of a program or a back end, short enough to be kept. */
    static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }
}
