package dev.cloakroom.host.identity;

import java.time.Instant;

/** Remembers proofs and assertions that were used, for all hosts on one store. */
public interface UsedProofStore {
    /**
     * Remembers one.
     *
     * @return false when it was there; of concurrent callers one gets true
     */
    boolean use(String digest, Instant keepUntil);

    /** Forgets those that need not be remembered any more. */
    void deleteExpired(Instant now);
}
