package dev.cloakroom.host.token;

import dev.cloakroom.host.identity.ProgramId;
import java.time.Instant;
import java.util.Optional;

/** Keeps tokens by their digests; decides what is alive. */
public interface TokenStore {
    void insert(String tokenDigest, TokenRecord token);

    /** The token, when it is this program's, has neither ended nor expired, and its grant stands. */
    Optional<TokenRecord> findLive(String tokenDigest, ProgramId program, Instant now);

    /**
     * Spends one use, and ends the token with its last one; of concurrent callers only as many succeed as it has uses.
     *
     * @return false when the token is no longer alive
     */
    boolean spend(String tokenId, Instant now);

    /**
     * Ends the token before its time; of concurrent callers one succeeds.
     *
     * @return false when it had ended before
     */
    boolean end(String tokenId, Instant now);

    /** Ends every token that is over by now, so that a clock that goes back revives none. */
    void endExpired(Instant now);
}
