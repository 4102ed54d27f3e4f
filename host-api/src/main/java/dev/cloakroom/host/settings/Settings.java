package dev.cloakroom.host.settings;

import dev.cloakroom.host.scope.Scope;
import java.util.Map;
import java.util.Set;

/**
 * All that a user has set.
 *
 * @param locationOff nothing of the category location leaves, whatever else is set
 * @param audiences of every scope
 */
public record Settings(boolean locationOff, Map<Scope, Audience> audiences, Set<Block> blocks) {
    public Settings {
        audiences = Map.copyOf(audiences);
        blocks = Set.copyOf(blocks);
    }
}
