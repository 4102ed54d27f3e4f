package dev.cloakroom.host.identity;

import java.time.Instant;
import java.util.Optional;

/** Keeps the programs' own access tokens by their digests, each with the thumbprint of its key. */
public interface ProgramTokenStore {
    void insert(String tokenDigest, ProgramId program, String keyThumbprint, Instant expiresAt);

    /** Whose token that is, when it is bound to that key and not over. */
    Optional<ProgramId> find(String tokenDigest, String keyThumbprint, Instant now);

    /** Ends the token, when it is this program's. */
    void delete(String tokenDigest, ProgramId program);

    void deleteAll(ProgramId program);

    /** Removes every token that is over, so that a clock that goes back revives none. */
    void deleteExpired(Instant now);
}
