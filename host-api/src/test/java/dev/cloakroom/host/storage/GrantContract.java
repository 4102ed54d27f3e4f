package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

interface GrantContract extends StorageUnderTest {
    @Test
    default void grant_comesBackAsItWentInToAnotherProcess() {
        var grant = Samples.storedGrant(storage());
        assertThat(another().grants().live(grant.user(), NOW)).containsExactly(grant);
        assertThat(storage().grants().live(Samples.user(), NOW)).isEmpty();
    }

    @Test
    default void grant_needsTheReceiptThatItNames() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked());
        var orphan = new Grant(
            grant.id(),
            grant.user(),
            grant.program(),
            grant.scope(),
            grant.purpose(),
            grant.recipients(),
            grant.term(),
            grant.parameters(),
            grant.label(),
            Optional.of("no-such-receipt"),
            NOW
        );
        assertThatThrownBy(() -> storage().grants().insert(orphan)).isInstanceOf(BrokerException.class);
    }

    @Test
    default void term_comesBackAsItWentIn() {
        for (var term : List.of(
            new Term.Session("session"),
            new Term.Until(NOW.plusMillis(1)),
            new Term.UntilRevoked()
        )) {
            var grant = Samples.grant(Samples.user(), Samples.program(), term);
            storage().grants().insert(grant);
            assertThat(another().grants().live(grant.user(), NOW)).containsExactly(grant);
        }
    }

    @Test
    default void grantForATime_isOverWhenItEnds() {
        var grant = Samples.grant(Samples.user(), Samples.program(), new Term.Until(NOW));
        storage().grants().insert(grant);
        assertThat(storage().grants().live(grant.user(), NOW.minusMillis(1))).containsExactly(grant);
        assertThat(storage().grants().live(grant.user(), NOW)).isEmpty();
    }

    @Test
    default void grantForOnce_isLiveAsLongAsItsTokenIs() {
        var once = Samples.grant(Samples.user(), Samples.program(), new Term.Once());
        storage().grants().insert(once);
        assertThat(storage().grants().live(once.user(), NOW)).isEmpty();
        var token = Samples.token(once, 1, Duration.ofMinutes(5));
        storage().tokens().insert(Samples.id("digest"), token);
        assertThat(storage().grants().live(once.user(), NOW)).containsExactly(once);
        storage().tokens().spend(token.id(), NOW);
        assertThat(storage().grants().live(once.user(), NOW)).isEmpty();
    }

    @Test
    default void revoke_endsTheGrantAndItsTokensOnce() {
        var kept = Samples.storedToken(storage(), 3);
        var grant = kept.token().grant();
        assertThat(another().grants().revoke(grant.id(), NOW)).isTrue();
        assertThat(storage().grants().revoke(grant.id(), NOW)).isFalse();
        assertThat(storage().grants().live(grant.user(), NOW)).isEmpty();
        assertThat(storage().tokens().findLive(kept.digest(), grant.program(), NOW)).isEmpty();
        assertThat(storage().tokens().spend(kept.token().id(), NOW)).isFalse();
    }

    @Test
    default void revoke_alsoReachesATokenThatIsMintedUnderTheGrantLater() {
        var grant = Samples.storedGrant(storage());
        storage().grants().revoke(grant.id(), NOW);
        var token = Samples.token(grant, 1, Duration.ofMinutes(5));
        storage()
            .tokens()
            .insert("late-" + token.id(), token);
        assertThat(
            storage()
                .tokens()
                .findLive("late-" + token.id(), grant.program(), NOW)
        ).isEmpty();
        assertThat(storage().tokens().spend(token.id(), NOW)).isFalse();
    }

    @Test
    default void revoke_isOneCallersHoweverManyTryAtOnce() {
        var grant = Samples.storedGrant(storage());
        Callable<Boolean> here = () -> storage().grants().revoke(grant.id(), NOW);
        Callable<Boolean> there = () -> another().grants().revoke(grant.id(), NOW);
        var answers = atOnce(Collections.nCopies(8, List.of(here, there)).stream().flatMap(List::stream).toList());
        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
    }

    @Test
    default void receipts_comeBackOldestFirst() {
        var user = Samples.user();
        var later = receipt(user, "a-" + user.value(), 1, ConsentAnswer.DENY);
        var first = receipt(user, "b-" + user.value(), 0, ConsentAnswer.ALLOW);
        storage().receipts().insert(later);
        storage().receipts().insert(first);
        assertThat(another().receipts().list(user)).containsExactly(first, later);
        assertThatThrownBy(() -> storage().receipts().insert(first)).isInstanceOf(BrokerException.class);
    }

    @Test
    default void receipts_areCountedForOneProgramFromAnInstantOn() {
        var user = Samples.user();
        var receipt = receipt(user, Samples.id("receipt"), 0, ConsentAnswer.DENY);
        storage().receipts().insert(receipt);
        storage()
            .receipts()
            .insert(receipt(user, Samples.id("receipt"), 0, ConsentAnswer.DENY));
        assertThat(another().receipts().countSince(user, receipt.program(), NOW)).isEqualTo(1);
        assertThat(another().receipts().countSince(user, receipt.program(), NOW.plusMillis(1))).isZero();
        assertThat(another().receipts().countSince(Samples.user(), receipt.program(), NOW)).isZero();
    }

    @Test
    default void receipts_areDeletedForOneUserAndTheirGrantsStay() {
        var receipt = receipt(Samples.user(), Samples.id("receipt"), 0, ConsentAnswer.ALLOW);
        var others = receipt(Samples.user(), Samples.id("receipt"), 0, ConsentAnswer.ALLOW);
        storage().receipts().insert(receipt);
        storage().receipts().insert(others);
        var grant = under(receipt);
        storage().grants().insert(grant);
        assertThat(another().grants().live(grant.user(), NOW)).containsExactly(grant);
        another().receipts().deleteAll(receipt.user());
        assertThat(storage().receipts().list(receipt.user())).isEmpty();
        assertThat(storage().receipts().list(others.user())).containsExactly(others);
        assertThat(storage().grants().live(grant.user(), NOW))
            .singleElement()
            .satisfies(left -> assertThat(left.receipt()).isEmpty());
    }

    @Test
    default void deleteAll_takesTheUsersGrantsWithAllThatWasMadeFromThem() {
        var kept = Samples.storedToken(storage(), 3);
        var others = Samples.storedToken(storage(), 3);
        for (var each : List.of(kept, others)) {
            storage().redemptions().insert(Samples.redemption(each, "key"));
        }
        another().grants().deleteAll(kept.token().grant().user());
        assertThat(remains(kept)).containsOnly(false);
        assertThat(remains(others)).containsOnly(true);
    }

    /** Grant, token and redemption. */
    private List<Boolean> remains(Samples.Kept kept) {
        var grant = kept.token().grant();
        return List.of(
            !storage().grants().live(grant.user(), NOW).isEmpty(),
            storage().tokens().findLive(kept.digest(), grant.program(), NOW).isPresent(),
            storage().redemptions().findByKey(grant.program(), "key").isPresent()
        );
    }

    private static Grant under(ConsentReceipt receipt) {
        var grant = Samples.grant(receipt.user(), receipt.program(), new Term.UntilRevoked());
        return new Grant(
            grant.id(),
            grant.user(),
            grant.program(),
            grant.scope(),
            grant.purpose(),
            grant.recipients(),
            grant.term(),
            grant.parameters(),
            grant.label(),
            Optional.of(receipt.id()),
            NOW
        );
    }

    private static ConsentReceipt receipt(UserId user, String id, int millis, ConsentAnswer answer) {
        return new ConsentReceipt(
            id,
            user,
            Samples.program(),
            ScopeCatalog.PHONE_NUMBER,
            "目的 'quoted' 🥡",
            Set.of(Samples.GATEWAY),
            answer,
            NOW.plusMillis(millis)
        );
    }
}
