package dev.cloakroom.runtime.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One call of a program.
 *
 * @param caller who calls; from the host's own records
 * @param args what the program passed; hostile
 */
public record ApiCall(Caller caller, ObjectNode args) {
    private static final int MAX_TEXT = 4_000;

    /** The text argument of that name, bounded; {@code fallback} where it is absent or no text. */
    public String text(String name, String fallback) {
        String text = args.path(name).isTextual() ? args.path(name).textValue() : fallback;
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
