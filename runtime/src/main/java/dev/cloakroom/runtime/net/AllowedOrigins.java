package dev.cloakroom.runtime.net;

import dev.cloakroom.host.identity.ProgramId;

/** Which of the origins that a program declares the host app lets it reach. */
@FunctionalInterface
public interface AllowedOrigins {
    /** Nothing: a declaration is the developer's word alone. */
    AllowedOrigins NONE = (_, _) -> false;

    /** All that is declared: for a developer's own machine, or where declarations are reviewed before they get here. */
    AllowedOrigins DECLARED = (_, _) -> true;

    /** @param origin such as {@code https://api.example.com}; the program declares it */
    boolean allows(ProgramId program, String origin);
}
