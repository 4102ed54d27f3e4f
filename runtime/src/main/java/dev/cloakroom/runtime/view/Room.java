package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.Map;

/**
 * The memory that one page may take in the host, in characters: the number of its nodes is bounded
 * elsewhere, what they carry is bounded here. Every change of a node's content goes through it.
 */
final class Room {

    /** For one page; WeChat lets a single {@code setData} carry one megabyte. */
    static final long MAX_CHARACTERS = 8L << 20;

    /** An entry of a map costs something however short it is. */
    private static final int ENTRY = 50;

    private long taken;

    <V> void put(Map<String, V> map, String name, V value) throws GuestMisbehaved {
        remove(map, name);
        take(cost(name, value));
        map.put(name, value);
    }

    <V> void remove(Map<String, V> map, String name) {
        V old = map.remove(name);
        taken -= old == null ? 0 : cost(name, old);
    }

    void clear(Map<String, ?> map) {
        map.forEach((name, value) -> taken -= cost(name, value));
        map.clear();
    }

    /** Returns {@code text}, which stands where {@code before} stood. */
    String replace(String before, String text) throws GuestMisbehaved {
        taken -= before.length();
        take(text.length());
        return text;
    }

    private void take(long characters) throws GuestMisbehaved {
        taken += characters;
        if (taken > MAX_CHARACTERS) {
            throw new GuestMisbehaved("a page carries more than " + MAX_CHARACTERS + " characters");
        }
    }

    private static long cost(String name, Object value) {
        return ENTRY + name.length() + length(value);
    }

    private static long length(Object value) {
        return switch (value) {
            case JsonNode node when node.isTextual() -> node.textValue().length();
            case JsonNode node -> node.toString().length();
            default -> value.toString().length();
        };
    }
}
