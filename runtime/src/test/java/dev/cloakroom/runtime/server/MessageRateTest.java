package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MessageRateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final MessageRate rate = new MessageRate(nanos::get);

    @Test
    void burst_isAllowedUpToItsSize() {
        assertThat(allowed(2 * MessageRate.AT_ONCE)).isEqualTo(MessageRate.AT_ONCE);
    }

    @Test
    void second_givesItsShareBack() {
        allowed(MessageRate.AT_ONCE);
        nanos.addAndGet(1_000_000_000);

        assertThat(allowed(2 * MessageRate.A_SECOND)).isEqualTo(MessageRate.A_SECOND);
    }

    @Test
    void longRest_givesNoMoreThanABurst() {
        nanos.addAndGet(3_600_000_000_000L);

        assertThat(allowed(2 * MessageRate.AT_ONCE)).isEqualTo(MessageRate.AT_ONCE);
    }

    private int allowed(int messages) {
        int allowed = 0;
        for (int i = 0; i < messages; i++) {
            allowed += rate.allows() ? 1 : 0;
        }
        return allowed;
    }
}
