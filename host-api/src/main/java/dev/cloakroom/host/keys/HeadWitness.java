package dev.cloakroom.host.keys;

import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;

/**
 * Remembers the newest tree head outside the store, so that a store that was set back to an older state is seen. It
 * hears of a head after its commit: it may lag behind the store, but never knows of a head that the store does not.
 */
public interface HeadWitness {
    /**
     * The newest head.
     *
     * @throws dev.cloakroom.host.error.BrokerException when it cannot be told
     */
    Optional<SignedTreeHead> last();

    /**
     * Remembers the head if it is newer than the last one, durably when this returns; called by many threads, in any
     * order.
     *
     * @return the newest head now: this one, or a newer one of another process
     */
    SignedTreeHead record(SignedTreeHead head);

    /** Forgets what it knew and remembers this head: only when the operator accepts a store that was set back. */
    void restart(SignedTreeHead head);
}
