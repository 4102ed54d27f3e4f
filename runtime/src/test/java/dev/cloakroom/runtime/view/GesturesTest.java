package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GesturesTest {

    private final SettableClock clock = new SettableClock();
    private final Gestures gestures = new Gestures(clock);

    @Test
    void gesture_countsOnce() {
        gestures.record(1, 7, "getPhoneNumber");

        assertThat(gestures.take(1, "getPhoneNumber")).isTrue();
        assertThat(gestures.take(1, "getPhoneNumber")).isFalse();
    }

    @Test
    void gesture_isBoundToItsPageAndApi() {
        gestures.record(1, 7, "getPhoneNumber");

        assertThat(gestures.take(2, "getPhoneNumber")).isFalse();
        assertThat(gestures.take(1, "getUserProfile")).isFalse();
        assertThat(gestures.take(1, "getPhoneNumber")).isTrue();
    }

    @Test
    void gesture_livesForSeconds() {
        gestures.record(1, 7, "getPhoneNumber");

        clock.advance(Gestures.LIFETIME.plusMillis(1));

        assertThat(gestures.take(1, "getPhoneNumber")).isFalse();
    }

    @Test
    void gesture_countsUntilTheEndOfItsLife() {
        gestures.record(1, 7, "getPhoneNumber");

        clock.advance(Gestures.LIFETIME.minus(Duration.ofMillis(1)));

        assertThat(gestures.take(1, "getPhoneNumber")).isTrue();
    }
}
