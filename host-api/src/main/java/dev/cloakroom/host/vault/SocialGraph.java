package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import java.util.Set;

/** Who is friends with whom, as the host app knows it. */
@FunctionalInterface
public interface SocialGraph {
    /** The user's friends now. */
    Set<UserId> friends(UserId user);

    /** A host app without friends. */
    static SocialGraph none() {
        return _ -> Set.of();
    }
}
