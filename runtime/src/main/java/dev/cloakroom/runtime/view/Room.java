package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        release(name, map.get(name));
        take(cost(name, value));
        map.put(name, value);
    }

    <V> void remove(Map<String, V> map, String name) {
        release(name, map.remove(name));
    }

    void clear(Map<String, ?> map) {
        map.forEach((name, value) -> taken -= cost(name, value));
        map.clear();
    }

    /** Puts {@code value} into the set, or takes it out. */
    <V> void set(Set<V> values, V value, boolean there) throws GuestMisbehaved {
        if (there && values.add(value)) {
            take(ENTRY + length(value));
        } else if (!there && values.remove(value)) {
            taken -= ENTRY + length(value);
        }
    }

    void clear(Set<?> values) {
        values.forEach(value -> taken -= ENTRY + length(value));
        values.clear();
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

    private void release(String name, @Nullable Object old) {
        taken -= old == null ? 0 : cost(name, old);
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
