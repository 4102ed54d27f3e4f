package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration SOON = Duration.ofMillis(100);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Turns turns = new Turns(Duration.ofSeconds(2), nanos::get);

    @Test
    void turn_isOverdueWhenItOutlastsTheLimit() {
        turns.begin("at work");
        pass(Duration.ofSeconds(2));
        assertThat(turns.overdue()).isEmpty();

        pass(Duration.ofNanos(1));

        assertThat(turns.overdue()).contains("at work");
    }

    @Test
    void anotherTurnsEnd_doesNotSaveAnOverdueOne() throws Exception {
        turns.begin("at work");
        pass(Duration.ofSeconds(1));
        long second = turns.begin("at work");
        turns.done(done(second));

        pass(Duration.ofMillis(1001));

        assertThat(turns.overdue()).contains("at work");
    }

    @Test
    void turnThatWaitsForOthers_isNotOverdueBeforeItsOwnTimeIsUp() throws Exception {
        long first = turns.begin("test");
        turns.begin("test");
        pass(Duration.ofSeconds(2));
        turns.done(done(first));

        pass(Duration.ofSeconds(2));
        assertThat(turns.overdue()).isEmpty();

        pass(Duration.ofNanos(1));
        assertThat(turns.overdue()).isPresent();
    }

    @Test
    void endOfATurnThatNobodyBegan_isMisbehaviour() throws Exception {
        long turn = turns.begin("at work");
        turns.done(done(turn));

        assertThatThrownBy(() -> turns.done(done(turn))).isInstanceOf(GuestMisbehaved.class);
        assertThatThrownBy(() -> turns.done(Json.object())).isInstanceOf(GuestMisbehaved.class);
    }

    @Test
    void session_isIdleWhenNoTurnRunsAndNoTimerIsDueSoon() throws Exception {
        long turn = turns.begin("at work");
        assertThat(turns.idle(SOON)).isFalse();

        turns.done(done(turn).put("timer", 300));
        assertThat(turns.idle(SOON)).isTrue();

        pass(Duration.ofMillis(250));
        assertThat(turns.idle(SOON)).isFalse();
    }

    @Test
    void quietSession_isAskedForASignOfLife() throws Exception {
        long turn = turns.begin("at work");
        pass(Duration.ofSeconds(5));
        assertThat(turns.quiet()).isFalse();

        turns.done(done(turn));

        assertThat(turns.quiet()).isTrue();
    }

    @Test
    void sessionThatIsNotOpenYet_isAskedNothing() {
        pass(Duration.ofSeconds(5));

        assertThat(turns.quiet()).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ObjectNode done(long seq) {
        return Json.object().put("seq", seq);
    }
}
