package dev.cloakroom.runtime.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hears, in order, what leaves the host towards a program or its developer, and what a program does
 * wrong. Called on any thread; must be quick. {@code user} is the host's handle for the user.
 */
public interface Observer {
    /** Hears nothing. */
    Observer NONE = new Observer() {};

    /** A line on the program's console; {@code at} is its {@code file:line} or empty. */
    default void console(String user, String level, String text, String at) {}

    /** A host API answered; {@code value} is exactly what the program gets. */
    default void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {}

    /** The program sent a request, which may have been refused: then its status is 0. */
    default void request(String user, HttpExchange request) {}

    /** A request of the program reached the developer's back end, which answered with that status. */
    default void backendRequest(HttpExchange request) {}

    /** The host answered the developer's back end; headers and body are the answer's. */
    default void backendAnswer(HttpExchange answer) {}

    /** The developer's back end wrote a line. */
    default void backendLog(String line) {}

    /**
     * An error that the program did not catch, or an end that it did not want; of its developer's back end, with
     * an empty {@code user}.
     */
    default void problem(String user, String message, String at) {}

    /** Whether {@link #reads} is wanted: then programs get the data of replies in a form that tells what they read. */
    default boolean wantsReads() {
        return false;
    }

    /**
     * What the program looked for in replies and did not find.
     *
     * @param reads entries {@code {"method", "url", "path": […], "key"}}; {@code *} in a path is any entry of an array
     */
    default void reads(String user, JsonNode reads) {}

    /** Something in a program's sources that it can run with, with its place: {@code path:line:column: message}. */
    default void sourceWarning(String warning) {}

    /** Tells this one, and then {@code other}. */
    default Observer and(Observer other) {
        return new Observers(this, other);
    }
}
