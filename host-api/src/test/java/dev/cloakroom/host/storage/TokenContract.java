package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface TokenContract extends StorageUnderTest {
    Instant LATER = NOW.plusSeconds(1);
    Instant EXPIRED = NOW.plus(Duration.ofMinutes(5));

    @Test
    default void token_comesBackAsItWentIn() {
        var kept = Samples.storedToken(storage(), 3);
        var program = kept.token().grant().program();
        assertThat(another().tokens().findLive(kept.digest(), program, LATER)).contains(kept.token());
    }

    @Test
    default void token_isFoundByItsOwnProgramUntilItExpires() {
        var kept = Samples.storedToken(storage(), 1);
        var program = kept.token().grant().program();
        assertThat(storage().tokens().findLive(kept.digest(), Samples.program(), LATER)).isEmpty();
        assertThat(storage().tokens().findLive(kept.digest(), program, EXPIRED.minusMillis(1))).isPresent();
        assertThat(storage().tokens().findLive(kept.digest(), program, EXPIRED)).isEmpty();
    }

    @Test
    default void token_needsAGrantAndADigestOfItsOwn() {
        var unknown = Samples.token(
            Samples.grant(Samples.user(), Samples.program(), new Term.UntilRevoked()),
            1,
            Duration.ofMinutes(5)
        );
        assertThatThrownBy(() -> storage().tokens().insert(Samples.id("digest"), unknown)).isInstanceOf(
            BrokerException.class
        );
        var kept = Samples.storedToken(storage(), 1);
        var second = Samples.token(kept.token().grant(), 1, Duration.ofMinutes(5));
        assertThatThrownBy(() -> storage().tokens().insert(kept.digest(), second)).isInstanceOf(BrokerException.class);
    }

    @Test
    default void spend_endsTheTokenWithItsLastUse() {
        var kept = Samples.storedToken(storage(), 2);
        var program = kept.token().grant().program();
        assertThat(storage().tokens().spend(kept.token().id(), LATER)).isTrue();
        assertThat(storage().tokens().findLive(kept.digest(), program, LATER).orElseThrow().spent()).isEqualTo(1);
        assertThat(another().tokens().spend(kept.token().id(), LATER)).isTrue();
        assertThat(storage().tokens().findLive(kept.digest(), program, LATER)).isEmpty();
        assertThat(storage().tokens().spend(kept.token().id(), LATER)).isFalse();
    }

    @Test
    default void spend_refusesAnExpiredTokenAndAnUnknownOne() {
        var kept = Samples.storedToken(storage(), 1);
        assertThat(storage().tokens().spend(kept.token().id(), EXPIRED)).isFalse();
        assertThat(storage().tokens().spend("unknown", LATER)).isFalse();
    }

    @Test
    default void end_isOneCallersAndForGood() {
        var kept = Samples.storedToken(storage(), 3);
        Callable<Boolean> here = () -> storage().tokens().end(kept.token().id(), LATER);
        Callable<Boolean> there = () -> another().tokens().end(kept.token().id(), LATER);
        var answers = atOnce(Collections.nCopies(8, List.of(here, there)).stream().flatMap(List::stream).toList());
        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        assertThat(storage().tokens().findLive(kept.digest(), kept.token().grant().program(), NOW)).isEmpty();
        assertThat(storage().tokens().spend(kept.token().id(), NOW)).isFalse();
        assertThat(storage().tokens().end("unknown", LATER)).isFalse();
    }

    @Test
    default void endExpired_isForGoodWhenTheClockGoesBack() {
        var kept = Samples.storedToken(storage(), 1);
        storage().tokens().endExpired(EXPIRED);
        assertThat(storage().tokens().findLive(kept.digest(), kept.token().grant().program(), LATER)).isEmpty();
        assertThat(storage().tokens().spend(kept.token().id(), LATER)).isFalse();
    }

    @Test
    default void spend_succeedsAsOftenAsTheTokenHasUsesHoweverManyTryAtOnce() {
        for (int uses = 1; uses <= 3; uses++) {
            var kept = Samples.storedToken(storage(), uses);
            assertThat(Collections.frequency(atOnce(spenders(kept, 32)), true)).isEqualTo(uses);
        }
    }

    /** The grant and the token are two rows: a spend that starts when the revocation has returned must see both. */
    @Test
    default void spend_neverSucceedsAfterARevocationHasReturned() {
        for (int race = 0; race < 20; race++) {
            var kept = Samples.storedToken(storage(), 1000);
            var revoked = new AtomicBoolean();
            var tasks = new ArrayList<Callable<Boolean>>();
            tasks.add(() -> {
                var done = another().grants().revoke(kept.token().grant().id(), LATER);
                revoked.set(done);
                return !done;
            });
            spenders(kept, 15).forEach(spender -> tasks.add(() -> tooLate(revoked, spender)));
            assertThat(atOnce(tasks)).containsOnly(false);
        }
    }

    private static boolean tooLate(AtomicBoolean revoked, Callable<Boolean> spender) throws Exception {
        for (int i = 0; i < 20; i++) {
            if (revoked.get() && spender.call()) {
                return true;
            }
            spender.call();
        }
        return false;
    }

    private List<Callable<Boolean>> spenders(Samples.Kept kept, int count) {
        return IntStream.range(0, count)
            .<Callable<Boolean>>mapToObj(
                i -> () -> (i % 2 == 0 ? storage() : another()).tokens().spend(kept.token().id(), LATER)
            )
            .toList();
    }
}
