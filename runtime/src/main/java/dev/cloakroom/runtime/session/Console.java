package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.observe.Observer;
import java.util.Set;

/** The console of one session, up to a number of characters: a program cannot fill the host's memory with it. */
final class Console {

    private static final Set<String> LEVELS = Set.of("debug", "log", "info", "warn", "error");

    private final String user;
    private final Observer observer;
    private int left;

    Console(String user, Observer observer, int budget) {
        this.user = user;
        this.observer = observer;
        this.left = budget;
    }

    void line(ObjectNode body) {
        String text = body.path("text").asText();
        if (left > 0 && text.length() > left) {
            observer.console(user, "warn", "the console is full: what follows is dropped", "");
        }
        left -= Math.min(left, Math.max(1, text.length()));
        if (left > 0) {
            String level = body.path("level").asText();
            observer.console(user, LEVELS.contains(level) ? level : "log", text, body.path("at").asText());
        }
    }
}
