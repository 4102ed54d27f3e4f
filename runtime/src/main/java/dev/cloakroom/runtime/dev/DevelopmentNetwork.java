package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.net.Egress;

/** What a program on a developer's machine reaches in place of the network. */
public interface DevelopmentNetwork {
    /** The developer's back end, and nothing else. */
    DevelopmentNetwork BACK_END = own -> own;

    /** @param own reaches the developer's back end */
    Egress over(Egress own);

    /** Whether the back end is to run at all. */
    default boolean reachesBackEnd() {
        return true;
    }
}
