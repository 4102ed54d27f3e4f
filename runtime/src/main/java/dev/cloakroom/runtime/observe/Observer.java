package dev.cloakroom.runtime.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hears, in order, what leaves the host towards a program or its developer, and what a program does
 * wrong. Called on any thread; must be quick. {@code user} is the host's handle for the user.
 */
public interface Observer {
    /** A line on the program's console. */
    void console(String user, String level, String text, String at);

    /** A host API answered; {@code value} is exactly what the program gets. */
    void api(String user, String api, JsonNode args, boolean ok, ObjectNode value);

    /** The program's request went out, or was refused: {@code exchange} has both sides as the program sees them. */
    void request(String user, ObjectNode exchange);

    /** The developer's back end got something: a forwarded request, an answer of the host, or it wrote a log line. */
    void backend(ObjectNode received);

    /** An error that the program did not catch, or an end that it did not want. */
    void problem(String user, String message, String at);

    /** Hears nothing. */
    Observer NONE = new Observer() {
        @Override
        public void console(String user, String level, String text, String at) {}

        @Override
        public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {}

        @Override
        public void request(String user, ObjectNode exchange) {}

        @Override
        public void backend(ObjectNode received) {}

        @Override
        public void problem(String user, String message, String at) {}
    };
}
