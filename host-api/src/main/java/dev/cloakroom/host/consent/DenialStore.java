package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import java.time.Instant;
import java.util.Optional;

/** Keeps the noes that count against the next prompt. */
public interface DenialStore {
    Optional<Denial> find(UserId user, ProgramId program, Scope scope);

    /** Inserts or replaces. */
    void save(UserId user, ProgramId program, Scope scope, Denial denial);

    void delete(UserId user, ProgramId program, Scope scope);

    void deleteAll(UserId user, ProgramId program);

    void deleteAll(UserId user);

    /**
     * Noes in a row.
     *
     * @param notBefore when the next prompt may come; empty for never, until the user allows it in the settings
     */
    record Denial(int count, Optional<Instant> notBefore) {}
}
