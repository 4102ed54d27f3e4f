package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.TestWorker.Turn;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program cannot reach, and whom it cannot disturb. */
class ConfinementTest {

    private static final long QUIET_MILLIS = 300;

    private TestWorker worker;

    @BeforeEach
    void open() throws IOException {
        worker = new TestWorker();
        worker.open(1);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void globals_leadNowhere() {
        assertThat(worker.run(1, "escape").log().getFirst()).isEqualTo("nothing");
    }

    @Test
    void textNeverBecomesCode() {
        assertThat(worker.run(1, "escape").log().get(1)).isEqualTo(
            "EvalError,EvalError,EvalError,EvalError,EvalError,EvalError,TypeError"
        );
    }

    @Test
    void clock_isCoarseAndTheSameForAll() {
        assertThat(worker.run(1, "clock").log()).containsExactly("0 8");
    }

    @Test
    void endlessLoop_leavesItsTurnUnansweredAndOthersUndisturbed() {
        worker.start(1, "loop");

        Turn other = worker.open(2);

        assertThat(other.frames().getLast().kind()).isEqualTo(Kind.DONE);
        assertThat(worker.tap(2, "counter").of(Kind.OPS)).isNotEmpty();
    }

    @Test
    void catchAndRecurse_isStoppedWithAFault() {
        worker.start(1, "recurse");

        Frame fault = worker.next();
        assertThat(fault.kind()).isEqualTo(Kind.FAULT);
        assertThat(fault.json()).contains("the program was stopped");
        assertThat(worker.open(2).of(Kind.FAULT)).isEmpty();
    }

    @Test
    void timers_areAnnouncedAndRun() {
        Turn turn = worker.run(1, "timer");

        assertThat(TestWorker.read(turn.frames().getLast()).path("timer").asLong()).isBetween(0L, 20L);
        assertThat(TestWorker.read(turn.frames().getLast()).path("timers").asInt()).isEqualTo(1);
        assertThat(worker.next().json()).contains("tick");
        assertThat(worker.next().json()).contains("tick");
    }

    @Test
    void withoutTimers_noneIsAnnounced() {
        assertThat(TestWorker.read(worker.tap(1, "counter").frames().getLast()).path("timer").isNull()).isTrue();
    }

    @Test
    void close_stopsTimers() throws IOException {
        worker.run(1, "timer");
        assertThat(worker.next().json()).contains("tick");

        worker.write(new Frame(Kind.CLOSE, 1, "{}"));
        worker.open(2);

        assertThat(worker.poll(QUIET_MILLIS)).isNull();
    }

    @Test
    void close_silencesCodeThatIsRunning() {
        worker.start(1, "chatter");
        assertThat(worker.next().json()).contains("chatter");

        worker.write(new Frame(Kind.CLOSE, 1, "{}"));
        worker.open(2);

        assertThat(worker.poll(QUIET_MILLIS)).isNull();
    }

    @Test
    void sessions_shareNothing() {
        worker.open(2);

        worker.run(1, "mark");

        assertThat(worker.run(1, "marked").log()).containsExactly("true true");
        assertThat(worker.run(2, "marked").log()).containsExactly("false false");
    }

    @Test
    void sending_isLimitedToTheKindsOfAProgram() {
        Turn turn = worker.run(1, "forge");

        // it does reach the port: what it finds there must be worth nothing
        assertThat(turn.log()).containsExactly("object", "null null null null");
        assertThat(turn.of(Kind.READY)).isEmpty();
        assertThat(turn.of(Kind.DONE)).hasSize(1);
    }
}
