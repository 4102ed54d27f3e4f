package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.RedemptionStore;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface RedemptionContract extends StorageUnderTest {
    @Test
    default void redemption_isFoundByItsProgramsKey() {
        var kept = Samples.storedToken(storage(), 1);
        var reserved = Samples.redemption(kept, "key");
        storage().redemptions().insert(reserved);
        assertThat(another().redemptions().findByKey(reserved.program(), "key")).contains(reserved);
        assertThat(storage().redemptions().findByKey(Samples.program(), "key")).isEmpty();
        assertThat(storage().redemptions().findByKey(reserved.program(), "other")).isEmpty();
    }

    @Test
    default void redemption_needsAToken() {
        var kept = new Samples.Kept("digest", Samples.storedToken(storage(), 1).token());
        var orphan = new RedemptionStore.Reserved(
            Samples.id("redemption"),
            kept.token().grant().program(),
            "no-such-token",
            null,
            "request",
            RedemptionResult.UNKNOWN,
            Samples.NOW
        );
        assertThatThrownBy(() -> storage().redemptions().insert(orphan)).isInstanceOf(BrokerException.class);
    }

    @Test
    default void redemptionsWithoutAKey_areNotInEachOthersWay() {
        var kept = Samples.storedToken(storage(), 2);
        storage().redemptions().insert(Samples.redemption(kept, null));
        storage().redemptions().insert(Samples.redemption(kept, null));
        assertThat(storage().redemptions().findByKey(kept.token().grant().program(), "key")).isEmpty();
    }

    @Test
    default void complete_replacesUnknownOnly() {
        var reserved = Samples.redemption(Samples.storedToken(storage(), 1), "key");
        storage().redemptions().insert(reserved);
        storage().redemptions().complete(reserved.id(), RedemptionResult.SENT);
        another().redemptions().complete(reserved.id(), RedemptionResult.FAILED);
        var found = storage().redemptions().findByKey(reserved.program(), "key").orElseThrow();
        assertThat(found.result()).isEqualTo(RedemptionResult.SENT);
    }

    @Test
    default void idempotencyKey_isOneRedemptionsHoweverManyTryAtOnce() {
        var kept = Samples.storedToken(storage(), 32);
        var answers = atOnce(
            IntStream.range(0, 32)
                .<Callable<Boolean>>mapToObj(i -> () -> insertUnlessThere(i % 2 == 0 ? storage() : another(), kept))
                .toList()
        );
        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
    }

    /** What a redemption does: looks, and inserts when there is none; never an exception for the one who comes second. */
    private static boolean insertUnlessThere(Storage store, Samples.Kept kept) {
        var reserved = Samples.redemption(kept, "key");
        return store.transactions().inTransaction(() -> {
            if (store.redemptions().findByKey(reserved.program(), "key").isPresent()) {
                return false;
            }
            store.redemptions().insert(reserved);
            return true;
        });
    }

    @Test
    default void insert_refusesAKeyThatTheProgramUsedBefore() {
        var kept = Samples.storedToken(storage(), 2);
        storage().redemptions().insert(Samples.redemption(kept, "key"));
        var second = Samples.redemption(kept, "key");
        assertThatThrownBy(() -> another().redemptions().insert(second)).isInstanceOf(BrokerException.class);
    }
}
