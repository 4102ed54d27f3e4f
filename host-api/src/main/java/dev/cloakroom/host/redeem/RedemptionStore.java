package dev.cloakroom.host.redeem;

import dev.cloakroom.host.identity.ProgramId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps redemptions. A new one is {@link RedemptionResult#UNKNOWN}, which is what a crash leaves behind. */
public interface RedemptionStore {
    /**
     * Stores a new redemption.
     *
     * @throws dev.cloakroom.host.error.BrokerException when the program used the key before
     */
    void insert(Reserved reserved);

    Optional<Reserved> findByKey(ProgramId program, String keyDigest);

    /** Replaces an unknown result; one that is known stays. */
    void complete(String id, RedemptionResult result);

    /**
     * A redemption as it is stored.
     *
     * @param requestDigest tells whether a second request with the key is the same request
     */
    record Reserved(
        String id,
        ProgramId program,
        String token,
        @Nullable String keyDigest,
        String requestDigest,
        RedemptionResult result,
        Instant at
    ) {
        RedemptionReceipt receipt(RedemptionResult known) {
            return new RedemptionReceipt(id, known, at);
        }
    }
}
