package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.UserId;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface TransactionContract extends StorageUnderTest {
    @Test
    default void transaction_isSeenByOthersWhenItReturnsAndNotBefore() {
        var grant = inTransaction(() -> {
            var inserted = Samples.storedGrant(storage());
            assertThat(storage().grants().live(inserted.user(), Samples.NOW)).hasSize(1);
            assertThat(another().grants().live(inserted.user(), Samples.NOW)).isEmpty();
            return inserted;
        });
        assertThat(another().grants().live(grant.user(), Samples.NOW)).containsExactly(grant);
    }

    @Test
    default void exception_rollsEverythingBackAndIsThrownOn() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked());
        var broken = new IllegalStateException("broken");
        assertThatThrownBy(() ->
            inTransaction(() -> {
                storage().grants().insert(grant);
                throw broken;
            })
        ).isSameAs(broken);
        assertThat(storage().grants().live(grant.user(), Samples.NOW)).isEmpty();
    }

    @Test
    default void innerTransaction_endsWithTheOuterOne() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked());
        assertThatThrownBy(() ->
            inTransaction(() -> {
                inTransaction(() -> insert(grant));
                throw new IllegalStateException("after the inner one");
            })
        ).hasMessage("after the inner one");
        assertThat(storage().grants().live(grant.user(), Samples.NOW)).isEmpty();
    }

    @Test
    default void statementThatFailed_leavesNothingToCommitEvenWhenItsExceptionIsCaught() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked());
        assertThatThrownBy(() ->
            inTransaction(() -> {
                storage().grants().insert(grant);
                assertThatThrownBy(() -> storage().grants().insert(grant)).isInstanceOf(BrokerException.class);
                return true;
            })
        )
            .isInstanceOf(BrokerException.class)
            .hasMessageContaining("a part of the transaction failed");
        assertThat(storage().grants().live(grant.user(), Samples.NOW)).isEmpty();
    }

    @Test
    default void innerTransactionThatFailed_takesTheOuterOneWithIt() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked());
        assertThatThrownBy(() ->
            inTransaction(() -> {
                storage().grants().insert(grant);
                assertThatThrownBy(() -> inTransaction(TransactionContract::broken)).hasMessage("inner");
                return true;
            })
        ).hasMessageContaining("a part of the transaction failed");
        assertThat(storage().grants().live(grant.user(), Samples.NOW)).isEmpty();
    }

    @Test
    default void storage_worksOnAfterMoreFailuresThanItHasConnections() {
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> inTransaction(TransactionContract::broken)).hasMessage("inner");
        }
        assertThat(inTransaction(() -> Samples.storedGrant(storage()))).isNotNull();
    }

    /** Read, think, write: without a lock from the beginning, two would think the same. */
    @Test
    default void transactions_areOneAfterTheOtherAcrossProcesses() {
        var owner = Samples.user();
        atOnce(
            IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(i -> () -> insertUnlessThree(i % 2 == 0 ? storage() : another(), owner))
                .toList()
        );
        assertThat(storage().grants().live(owner, Samples.NOW)).hasSize(3);
    }

    /** Some of these share a commit. */
    @Test
    default void exceptions_ofManyAtOnceTakeBackTheirOwnWorkOnly() {
        var owner = Samples.user();
        var kept = atOnce(
            IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(i -> () -> insertAnd(owner, i % 3 == 0))
                .toList()
        );
        assertThat(kept)
            .filteredOn(done -> done)
            .hasSize(26);
        assertThat(storage().grants().live(owner, Samples.NOW)).hasSize(26);
    }

    private boolean insertAnd(UserId owner, boolean fail) {
        try {
            return inTransaction(() -> {
                storage()
                    .grants()
                    .insert(Samples.grant(owner, Samples.program(), new Term.UntilRevoked()));
                return fail ? broken() != null : true;
            });
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean insertUnlessThree(Storage store, UserId owner) {
        return store.transactions().inTransaction(() -> {
            var room = store.grants().live(owner, Samples.NOW).size() < 3;
            if (room) {
                store.grants().insert(Samples.grant(owner, Samples.program(), new Term.UntilRevoked()));
            }
            return room;
        });
    }

    private static Grant broken() {
        throw new IllegalStateException("inner");
    }

    private Grant insert(Grant grant) {
        storage().grants().insert(grant);
        return grant;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return storage().transactions().inTransaction(work);
    }
}
