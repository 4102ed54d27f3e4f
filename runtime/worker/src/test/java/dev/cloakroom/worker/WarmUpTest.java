package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import java.io.IOException;
import java.util.List;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;

/** What is made ahead of the users is made for each of them alone. */
class WarmUpTest {

    private static final String LOOK_AROUND = """
    console.log(Object.getOwnPropertyNames(globalThis).sort().join())
    console.log(wx.getStorageInfoSync().keys.length, typeof globalThis.mark, typeof Array.prototype.mark)
    globalThis.mark = Array.prototype.mark = () => {}
    """;

    @Test
    void sessionsAfterAWarmUp_findWhatTheyFindWithoutOne() throws IOException {
        try (
            TestWorker cold = new TestWorker(program(LOOK_AROUND));
            TestWorker warm = TestWorker.warmedUp(program(LOOK_AROUND))
        ) {
            List<String> expected = cold.open(1).log();

            assertThat(expected).hasSize(2).contains("0 undefined undefined");
            assertThat(warm.open(1).log()).isEqualTo(expected);
        }
    }

    @Test
    void sessions_neverShareASpareContext() throws IOException {
        try (TestWorker warm = TestWorker.warmedUp(program(LOOK_AROUND))) {
            for (int session = 1; session <= 4; session++) {
                assertThat(warm.open(session).log()).contains("0 undefined undefined");
            }
        }
    }

    @Test
    void warmUp_leavesNoFrameOfItsOwn() throws IOException {
        try (TestWorker warm = TestWorker.warmedUp(program("console.log('alone')"))) {
            assertThat(warm.open(1).log()).containsExactly("alone");
        }
    }

    @Test
    void take_givesEachSpareOnce() {
        var spares = new Spares(new GuestLibrary());
        spares.fillNow();

        Spare first = spares.take();
        spares.fill();

        assertThat(spares.take()).isNotSameAs(first);
        assertThat(spares.take()).isNotSameAs(first);
    }

    @Test
    void context_servesOneSession() {
        GuestContext context = new GuestContext(new GuestLibrary());
        context.begin(new Nowhere(), "{\"files\":[],\"json\":{},\"wxss\":{}}");

        assertThatThrownBy(() -> context.begin(new Nowhere(), "{}")).isInstanceOf(IllegalStateException.class);
    }

    private static String program(String code) {
        ObjectNode load = TestWorker.JSON.createObjectNode().put("appId", "").put("templates", "({})");
        load.putObject("files").put("app.js", code);
        load.putObject("json").putObject("app.json").putArray("pages");
        load.putObject("wxss");
        return load.toString();
    }

    private record Nowhere() implements GuestContext.Outside {
        @Override
        public void send(Kind kind, String json) {}

        @Override
        public void schedule(int timer, long delay) {}

        @Override
        public void cancel(int timer) {}

        @Override
        public Source source(String path) {
            throw new IllegalArgumentException(path);
        }
    }
}
