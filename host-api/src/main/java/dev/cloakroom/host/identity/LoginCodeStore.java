package dev.cloakroom.host.identity;

import java.time.Instant;
import java.util.Optional;

/** Keeps the digests of login codes until they are used or over. */
public interface LoginCodeStore {
    void insert(String codeDigest, ProgramId program, UserId user, Instant expiresAt);

    /** Removes the code and returns its user; of concurrent callers one gets it. */
    Optional<UserId> take(String codeDigest, ProgramId program);

    /** Removes every code that is over, so that a clock that goes back revives none. */
    void deleteExpired(Instant now);

    void deleteAll(ProgramId program, UserId user);
}
