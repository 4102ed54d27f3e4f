package dev.cloakroom.host.alias;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import java.util.Optional;

/** Keeps one alias of each kind for each program and user. */
public interface AliasStore {
    /** Returns the stored alias, or stores {@code candidate}; concurrent callers get the same one. */
    String findOrInsert(ProgramId program, UserId user, AliasKind kind, String candidate);

    /** Whose alias it is. */
    Optional<AliasOwner> findOwner(AliasKind kind, String alias);

    void delete(ProgramId program, UserId user);

    void deleteAll(UserId user);
}
