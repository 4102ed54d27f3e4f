package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final int AT_ONCE = 500;
    private static final int A_SECOND = 200;

    private final AtomicLong nanos = new AtomicLong();
    private final Rate rate = new Rate(A_SECOND, AT_ONCE, nanos::get);

    @Test
    void burst_isAllowedUpToItsSize() {
        assertThat(allowed(2 * AT_ONCE)).isEqualTo(AT_ONCE);
    }

    @Test
    void second_givesItsShareBack() {
        allowed(AT_ONCE);
        nanos.addAndGet(1_000_000_000);

        assertThat(allowed(2 * A_SECOND)).isEqualTo(A_SECOND);
    }

    @Test
    void longRest_givesNoMoreThanABurst() {
        nanos.addAndGet(3_600_000_000_000L);

        assertThat(allowed(2 * AT_ONCE)).isEqualTo(AT_ONCE);
    }

    @Test
    void amount_countsAsSoManyAndNotAtAllWhenItIsTooMuch() {
        assertThat(rate.allows(AT_ONCE + 1)).isFalse();
        assertThat(rate.allows(AT_ONCE - 1)).isTrue();
        assertThat(rate.allows(2)).isFalse();
        assertThat(rate.allows(1)).isTrue();
    }

    private int allowed(int messages) {
        int allowed = 0;
        for (int i = 0; i < messages; i++) {
            allowed += rate.allows(1) ? 1 : 0;
        }
        return allowed;
    }
}
