package dev.cloakroom.runtime.owner;

import java.util.List;

/**
 * The user's own names for the values that a scope can stand for.
 *
 * @param all sorted; the empty one is the usual value
 * @param chosen the one that counts
 */
public record Labels(List<String> all, String chosen) {
    public Labels {
        all = List.copyOf(all);
    }

    /** Whether there is anything to choose. */
    public boolean differ() {
        return all.size() > 1;
    }
}
