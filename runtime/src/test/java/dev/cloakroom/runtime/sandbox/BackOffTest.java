package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cloakroom.runtime.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final SettableClock clock = new SettableClock();
    private final BackOff backOff = new BackOff(clock);

    @Test
    void firstFailure_isNotRestedFor() {
        backOff.failed();

        assertThatCode(backOff::check).doesNotThrowAnyException();
        assertThat(backOff.restsUntil()).isEmpty();
    }

    @Test
    void rests_doubleUpToTheLongest() {
        List<Long> seconds = new ArrayList<>();
        backOff.failed();
        for (int i = 0; i < 100; i++) {
            seconds.add(restAfterFailure().toSeconds());
        }

        assertThat(seconds).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L).endsWith(300L, 300L);
    }

    @Test
    void start_isRefusedUntilTheRestIsOverWithTheTimeToTryAgain() {
        backOff.failed();
        backOff.failed();

        assertThatThrownBy(backOff::check)
            .hasMessage("the program was stopped 2 times in a row: it can start again in 1000 ms")
            .asInstanceOf(type(SandboxFailed.class))
            .extracting(SandboxFailed::retryAt)
            .isEqualTo(backOff.restsUntil());
        clock.advance(Duration.ofSeconds(1));
        assertThatCode(backOff::check).doesNotThrowAnyException();
    }

    @Test
    void programThatRanForLong_isNotBlamedForWhatWasBefore() {
        backOff.failed();
        backOff.failed();
        backOff.failed();
        clock.advance(Duration.ofSeconds(2));
        backOff.started();
        clock.advance(Duration.ofMinutes(10));

        backOff.failed();

        assertThat(backOff.restsUntil()).isEmpty();
    }

    @Test
    void forgotten_nothingIsRestedFor() {
        backOff.failed();
        backOff.failed();

        backOff.forget();

        assertThat(backOff.restsUntil()).isEmpty();
    }

    private Duration restAfterFailure() {
        backOff.started();
        backOff.failed();
        Duration rest = Duration.between(clock.instant(), backOff.restsUntil().orElseThrow());
        clock.advance(rest);
        return rest;
    }
}
