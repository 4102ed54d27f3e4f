package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Turns.Task WORK = new Turns.Task("at work", "turn", Deadline.ofSeconds(2, 1));
    private static final Duration SOON = Duration.ofMillis(100);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Turns turns = new Turns(nanos::get);

    @Test
    void turn_isOverdueWhenItOutlastsTheLimit() throws Exception {
        turns.begin(WORK);
        pass(Duration.ofSeconds(2));
        turns.check();

        pass(Duration.ofNanos(1));

        assertOverdue();
    }

    @Test
    void anotherTurnsEnd_doesNotSaveAnOverdueOne() throws Exception {
        turns.begin(WORK);
        pass(Duration.ofSeconds(1));
        long second = turns.begin(WORK);
        turns.done(done(second));

        pass(Duration.ofMillis(1001));

        assertOverdue();
    }

    @Test
    void turnThatWaitsForOthers_isNotOverdueBeforeItsOwnTimeIsUp() throws Exception {
        long first = turns.begin(WORK);
        turns.begin(WORK);
        pass(Duration.ofSeconds(2));
        turns.done(done(first));

        pass(Duration.ofSeconds(2));
        turns.check();

        pass(Duration.ofNanos(1));
        assertOverdue();
    }

    @Test
    void turnThatUsesMoreProcessorTimeThanItsLimit_isRefusedHoweverLittleTimeHasPassed() throws Exception {
        turns.begin(WORK);
        turns.charge(600_000_000);
        turns.charge(400_000_000);
        turns.check();

        turns.charge(1);

        assertThatThrownBy(turns::check)
            .isInstanceOf(LimitExceeded.class)
            .hasMessage("it used more than 1000 ms of processor time at work (limit `turn.cpu`)");
    }

    @Test
    void processorTime_isChargedToTheTurnThatTheWorkerIsAt() throws Exception {
        turns.charge(2_000_000_000);
        long first = turns.begin(WORK);
        turns.begin(WORK);
        turns.charge(900_000_000);
        turns.done(done(first));
        turns.charge(900_000_000);

        turns.check();
    }

    @Test
    void endOfATurnThatNobodyBegan_isMisbehaviour() throws Exception {
        long turn = turns.begin(WORK);
        turns.done(done(turn));

        assertThatThrownBy(() -> turns.done(done(turn))).isInstanceOf(GuestMisbehaved.class);
        assertThatThrownBy(() -> turns.done(Json.object())).isInstanceOf(GuestMisbehaved.class);
    }

    @Test
    void session_isIdleWhenNoTurnRunsAndNoTimerIsDueSoon() throws Exception {
        long turn = turns.begin(WORK);
        assertThat(turns.idle(SOON)).isFalse();

        turns.done(done(turn).put("timer", 300));
        assertThat(turns.idle(SOON)).isTrue();

        pass(Duration.ofMillis(250));
        assertThat(turns.idle(SOON)).isFalse();
    }

    @Test
    void quietSession_isAskedForASignOfLife() throws Exception {
        long turn = turns.begin(WORK);
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

    private void assertOverdue() {
        assertThatThrownBy(turns::check)
            .isInstanceOf(LimitExceeded.class)
            .hasMessage("it did not finish within 2000 ms at work (limit `turn.wall`)");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ObjectNode done(long seq) {
        return Json.object().put("seq", seq);
    }
}
