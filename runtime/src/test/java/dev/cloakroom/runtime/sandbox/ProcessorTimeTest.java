package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private final AtomicReference<Optional<Duration>> total = new AtomicReference<>(Optional.of(Duration.ofSeconds(5)));
    private final ProcessorTime time = new ProcessorTime(total::get);

    @Test
    void firstLook_countsNothingOfWhatWasBefore() {
        assertThat(time.spent()).isZero();
    }

    @Test
    void laterLooks_countWhatWasSpentSince() {
        time.spent();
        total.set(Optional.of(Duration.ofMillis(5_030)));

        assertThat(time.spent()).isEqualTo(30_000_000);
        assertThat(time.spent()).isZero();
    }

    @Test
    void rest_isNotCounted() {
        time.spent();
        time.rest();
        total.set(Optional.of(Duration.ofSeconds(9)));

        assertThat(time.spent()).isZero();
    }

    @Test
    void systemThatDoesNotTell_countsNothing() {
        time.spent();
        total.set(Optional.empty());

        assertThat(time.spent()).isZero();
    }
}
