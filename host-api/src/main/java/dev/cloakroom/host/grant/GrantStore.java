package dev.cloakroom.host.grant;

import dev.cloakroom.host.identity.UserId;
import java.time.Instant;
import java.util.List;

/** Keeps grants. */
public interface GrantStore {
    void insert(Grant grant);

    /** The user's grants that can still have an effect, oldest first: not over by then, or with a token that is alive. */
    List<Grant> live(UserId user, Instant now);

    /**
     * Ends the grant and every token minted from it, in one transaction.
     *
     * @return false when it was ended before
     */
    boolean revoke(String grantId, Instant now);

    /** Removes the user's grants and all that was made from them. */
    void deleteAll(UserId user);
}
