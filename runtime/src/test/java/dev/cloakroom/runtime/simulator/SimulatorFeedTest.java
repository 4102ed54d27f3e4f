package dev.cloakroom.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorFeedTest {

    private final SlowOutlet outlet = new SlowOutlet();
    private final SimulatorFeed feed = new SimulatorFeed(outlet);

    /** Takes one message, and the next only when the test says so. */
    private static final class SlowOutlet implements Outlet {

        final List<String> taken = new ArrayList<>();
        final List<Integer> closes = new ArrayList<>();
        private final List<Runnable> pending = new ArrayList<>();
        boolean prompt;

        @Override
        public void send(String message, Runnable over) {
            taken.add(message);
            if (prompt) {
                over.run();
            } else {
                pending.add(over);
            }
        }

        @Override
        public void close(int code, String reason) {
            closes.add(code);
        }

        void next() {
            pending.removeFirst().run();
        }
    }

    @Test
    void messages_goOneByOneAndInOrder() {
        send("a");
        send("b");
        send("c");
        assertThat(outlet.taken).containsExactly("{\"x\":\"a\"}");

        outlet.next();
        outlet.next();

        assertThat(outlet.taken).containsExactly("{\"x\":\"a\"}", "{\"x\":\"b\"}", "{\"x\":\"c\"}");
    }

    @Test
    void manyMessagesToAPromptOutlet_doNotNest() {
        send("first");
        for (int i = 0; i < 100_000; i++) {
            send("");
        }
        outlet.prompt = true;

        outlet.next();

        assertThat(outlet.taken).hasSize(100_001);
    }

    @Test
    void documentThatDoesNotKeepUp_isDisconnected() {
        String large = "x".repeat(1 << 20);
        for (int i = 0; i <= SimulatorFeed.MAX_WAITING >> 20; i++) {
            send(large);
        }
        send("more");

        assertThat(outlet.closes).containsExactly(Outlet.TRY_AGAIN);
        assertThat(outlet.taken).hasSize(1);
    }

    @Test
    void whatWasTaken_makesRoom() {
        outlet.prompt = true;
        String large = "x".repeat(1 << 20);
        for (int i = 0; i <= 2 * (SimulatorFeed.MAX_WAITING >> 20); i++) {
            send(large);
        }

        assertThat(outlet.closes).isEmpty();
    }

    @Test
    void finish_closesAfterTheLastMessageAndTakesNoMore() {
        send("a");
        feed.finish(Json.object().put("x", "last"), Outlet.TAKEN_OVER, "");
        send("b");
        outlet.next();
        assertThat(outlet.closes).isEmpty();

        outlet.next();

        assertThat(outlet.taken).containsExactly("{\"x\":\"a\"}", "{\"x\":\"last\"}");
        assertThat(outlet.closes).containsExactly(Outlet.TAKEN_OVER);
    }

    private void send(String text) {
        feed.send(Json.object().put("x", text));
    }
}
