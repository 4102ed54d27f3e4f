package dev.cloakroom.host.identity;

import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.SecretKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Single use of proofs and assertions, decided in the database. */
final class UsedProofs {

    /** How much longer than a proof is good it is remembered, in case the clock goes back. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final UsedProofStore store;
    private final KeyRing keys;
    private final Clock clock;

    UsedProofs(UsedProofStore store, KeyRing keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Uses the id of that signer up; false when it was used before. */
    boolean use(String signer, String id, Instant validUntil) {
        store.deleteExpired(clock.instant());
        return store.use(keys.digest(SecretKind.PROOF_ID, signer + '\0' + id), validUntil.plus(CLOCK_TOLERANCE));
    }
}
