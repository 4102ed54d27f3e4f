package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.identity.ProgramId;
import java.util.Optional;

/** The telephone of each program's developer in E.164, as the host app has verified it. */
@FunctionalInterface
public interface DeveloperLines {
    Optional<String> find(ProgramId program);
}
