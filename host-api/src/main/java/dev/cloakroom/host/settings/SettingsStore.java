package dev.cloakroom.host.settings;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what users have set. */
public interface SettingsStore {
    /** The audiences that the user has set. */
    Map<Scope, Audience> audiences(UserId user);

    void saveAudience(UserId user, Scope scope, Audience audience);

    boolean locationOff(UserId user);

    void saveLocationOff(UserId user, boolean off);

    Set<Block> blocks(UserId user);

    void addBlock(UserId user, Block block);

    void removeBlock(UserId user, Block block);

    /** The label of the value that the program gets of the user under the scope. */
    Optional<String> choice(UserId user, ProgramId program, Scope scope);

    void saveChoice(UserId user, ProgramId program, Scope scope, String label);

    void deleteAll(UserId user);
}
