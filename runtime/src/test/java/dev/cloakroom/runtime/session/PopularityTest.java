package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PopularityTest {

    private final SettableClock clock = new SettableClock();
    private final Popularity popularity = new Popularity(clock);

    @Test
    void fiveOpeningsAtOnce_areMuchForAMoment() {
        open(4, Duration.ZERO);
        assertThat(popularity.isMuch()).isFalse();
        open(1, Duration.ZERO);
        assertThat(popularity.isMuch()).isTrue();

        clock.advance(Duration.ofMinutes(1));
        assertThat(popularity.isMuch()).isFalse();
    }

    @Test
    void anOpeningEveryTenMinutes_isMuch() {
        open(16, Duration.ofMinutes(10));

        assertThat(popularity.isMuch()).isTrue();
    }

    @Test
    void anOpeningEveryHour_isNot() {
        open(100, Duration.ofHours(1));

        assertThat(popularity.isMuch()).isFalse();
    }

    private void open(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            popularity.count();
            clock.advance(apart);
        }
    }
}
