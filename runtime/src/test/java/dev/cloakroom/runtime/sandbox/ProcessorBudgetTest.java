package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProcessorBudgetTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int HOUR = 3600;

    private final AtomicLong nanos = new AtomicLong();
    private final ProcessorBudget budget = new ProcessorBudget(30 * SECOND, nanos::get);

    @Test
    void wholeProcessor_isTooMuchInTheLongRun() {
        assertThat(secondsUntilTooMuch(SECOND, 1)).isEqualTo(120);
    }

    @Test
    void halfAProcessor_isFineForever() {
        assertThat(secondsUntilTooMuch(SECOND / 2, 1)).isEqualTo(HOUR);
    }

    @Test
    void eachSession_addsItsShare() {
        assertThat(secondsUntilTooMuch(SECOND, 2)).isEqualTo(HOUR);
        assertThat(secondsUntilTooMuch(2 * SECOND, 2)).isLessThan(HOUR);
    }

    @Test
    void noSession_countsAsOne() {
        assertThat(secondsUntilTooMuch(SECOND / 2, 0)).isEqualTo(HOUR);
    }

    private int secondsUntilTooMuch(long spentEachSecond, int sessions) {
        for (int second = 1; second < HOUR; second++) {
            nanos.addAndGet(SECOND);
            if (!budget.covers(spentEachSecond, sessions)) {
                return second;
            }
        }
        return HOUR;
    }
}
