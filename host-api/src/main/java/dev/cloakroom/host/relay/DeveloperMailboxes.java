package dev.cloakroom.host.relay;

import dev.cloakroom.host.identity.ProgramId;
import java.util.Optional;

/** The address of each program's developer, as the host app has verified it. */
@FunctionalInterface
public interface DeveloperMailboxes {
    Optional<String> find(ProgramId program);
}
