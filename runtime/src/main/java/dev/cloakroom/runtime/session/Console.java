package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.observe.Observer;
import java.util.Set;

/**
 * The console of one session, and the errors that its program did not catch, each up to a number of
 * characters: a program cannot fill the host's memory with them.
 */
final class Console {

    private static final Set<String> LEVELS = Set.of("debug", "log", "info", "warn", "error");

    private final String user;
    private final Observer observer;
    private int roomForLines;
    private int roomForFaults;

    Console(String user, Observer observer, int budget) {
        this.user = user;
        this.observer = observer;
        this.roomForLines = budget;
        this.roomForFaults = budget;
    }

    /** Handles a {@code LOG} frame. */
    void line(ObjectNode body) {
        String text = body.path("text").asText();
        String at = body.path("at").asText();
        int before = roomForLines;
        roomForLines = left(before, text, at);
        if (roomForLines > 0) {
            String level = body.path("level").asText();
            observer.console(user, LEVELS.contains(level) ? level : "log", text, at);
        } else if (before > 0) {
            observer.console(user, "warn", "the console is full: what follows is dropped", "");
        }
    }

    /** Handles a {@code FAULT} frame. */
    void fault(ObjectNode body) {
        String message = body.path("message").asText();
        String at = body.path("at").asText();
        int before = roomForFaults;
        roomForFaults = left(before, message, at);
        if (roomForFaults > 0) {
            observer.problem(user, message, at);
        } else if (before > 0) {
            observer.problem(user, "there are more errors than are kept", "");
        }
    }

    // an empty line costs something too
    private static int left(int room, String text, String at) {
        return (int) Math.max(0L, room - 1L - text.length() - at.length());
    }
}
