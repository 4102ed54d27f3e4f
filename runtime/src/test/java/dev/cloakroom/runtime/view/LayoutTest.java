package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final String BOX = """
    {"left": 1.5, "top": -2.4, "width": 1e99, "height": 3, "scrollLeft": 0, "scrollTop": 0, "scrollWidth": 5,
     "scrollHeight": 6, "styles": ["block", "1.5px -22.3906px"], "more": "left out"}""";

    private long now;
    private final Layout layout = new Layout(() -> now);

    @Test
    void answer_isOfWholeBoundedPixelsAndNothingElse() {
        var _ = layout.paintedBy((question, _, _) -> layout.answer(question, boxes(BOX)));
        var expected = """
        {"left":2,"top":-2,"width":10000000,"height":3,"scrollLeft":0,"scrollTop":0,"scrollWidth":5,\
        "scrollHeight":6,"styles":["block","2px -22px"]}""";
        assertThat(measured()).hasToString("Optional[[" + expected + "]]");
    }

    @Test
    void nodeThatIsNotShown_hasNoBox() {
        var _ = layout.paintedBy((question, _, _) -> layout.answer(question, boxes("null")));
        assertThat(measured()).hasToString("Optional[[null]]");
    }

    @Test
    void boxThatIsNone_countsAsNotShown() {
        var _ = layout.paintedBy((question, _, _) ->
            layout.answer(question, boxes("{\"left\": \"no number\", \"top\": 1}"))
        );
        assertThat(measured()).hasToString("Optional[[null]]");
    }

    @Test
    void nobodyWhoPaints_isAnsweredAtOnce() {
        layout.unpainted();
        assertThat(measured()).isEmpty();
    }

    @Test
    void nobodyWhoPaints_endsQuestionsThatWait() {
        var waiting = CompletableFuture.supplyAsync(this::measured);
        layout.unpainted();
        assertThat(waiting.join()).isEmpty();
    }

    @Test
    void painterWhoComesLater_isAskedWhatWaits() {
        var waiting = CompletableFuture.supplyAsync(this::measured);
        var _ = layout.paintedBy((question, _, _) -> layout.answer(question, boxes(BOX)));
        assertThat(waiting.join()).isPresent();
    }

    @Test
    void painterWhoLeft_isNotAsked() {
        layout
            .paintedBy((_, _, _) -> {
                throw new AssertionError("it left");
            })
            .run();
        layout.unpainted();
        assertThat(measured()).isEmpty();
    }

    @Test
    void answerToAnotherQuestion_orOfAnotherLengthCountsForNothing() {
        var _ = layout.paintedBy((question, _, _) -> {
            layout.answer(question + 1, boxes(BOX));
            layout.answer(question, boxes(BOX + "," + BOX));
            layout.answer(question, Json.object());
            layout.answer(question, boxes("null"));
        });
        assertThat(measured()).hasToString("Optional[[null]]");
    }

    /** Else a program could have the document send so much that the host closes its connection. */
    @Test
    void questions_areForwardedAtABoundedRate() {
        var asked = new AtomicInteger();
        var _ = layout.paintedBy((question, _, _) -> {
            asked.incrementAndGet();
            layout.answer(question, boxes(BOX));
        });
        IntStream.range(0, 1_000).forEach(_ -> measured());
        assertThat(asked).hasValue(200);
        assertThat(measured()).isEmpty();

        now = 1_000_000_000;
        IntStream.range(0, 1_000).forEach(_ -> measured());
        assertThat(asked).hasValue(300);
    }

    private Optional<ArrayNode> measured() {
        return layout.measure(1, boxes("[7]"));
    }

    private static ArrayNode boxes(String list) {
        return (ArrayNode) Json.parseObject("{\"boxes\": [" + list + "]}")
            .orElseThrow()
            .path("boxes");
    }
}
