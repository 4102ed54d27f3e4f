package dev.cloakroom.host.settings;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.Category;
import dev.cloakroom.host.scope.Scope;
import java.util.Map;
import java.util.Optional;
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

    /** Whether the user lets that program ask for that, for some purpose at least. */
    public boolean allows(ProgramId program, Scope scope) {
        var off = locationOff && scope.category() == Category.LOCATION;
        var audience = audiences.get(scope);
        var blocked = blocks.contains(new Block(program, scope, Optional.empty()));
        return !off && !blocked && audience != null && audience.mayAsk(program);
    }
}
