package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.TestWorker.Turn;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors of the program: where they happened, and that they stop nothing else. */
class FaultTest {

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
    void uncaughtError_namesFileAndLine() {
        Turn turn = worker.run(1, "fault");

        JsonNode fault = turn.only(Kind.FAULT);
        assertThat(fault.path("at").asText()).isEqualTo("pages/index/index.js:24");
        assertThat(fault.path("message").asText()).startsWith("TypeError: ");
        assertThat(turn.log()).singleElement().asString().startsWith("onError TypeError: ");
    }

    @Test
    void unhandledRejection_isAFault() {
        JsonNode fault = worker.run(1, "reject").only(Kind.FAULT);

        assertThat(fault.path("message").asText()).isEqualTo("Error: nobody catches this");
        assertThat(fault.path("at").asText()).isEqualTo("pages/index/index.js:27");
    }

    @Test
    void pageWhoseCodeThrows_isShownWithoutItsMethods() {
        Turn turn = worker.turn(1, Kind.NAVIGATE, "{\"action\":\"navigateTo\",\"url\":\"pages/broken/broken\"}");

        assertThat(turn.only(Kind.FAULT).path("at").asText()).isEqualTo("pages/broken/broken.js:3");
        assertThat(turn.of(Kind.OPS).toString()).contains("still a page");
    }

    @Test
    void pageWhoseCodeDoesNotParse_namesFileAndLine() {
        Turn turn = worker.turn(
            1,
            Kind.NAVIGATE,
            "{\"action\":\"navigateTo\",\"url\":\"pages/unparsable/unparsable\"}"
        );

        assertThat(turn.only(Kind.FAULT).path("at").asText()).isEqualTo("pages/unparsable/unparsable.js:2");
    }

    @Test
    void launchOfAnUnknownPage_isAFaultAndOpensTheFirst() throws IOException {
        Turn turn = worker.open(2, "{\"path\":\"pages/none/none\",\"query\":{},\"scene\":1001}", "{}");

        assertThat(turn.only(Kind.FAULT).path("message").asText()).contains("page \"pages/none/none\" is not found");
        assertThat(turn.of(Kind.PAGE).getFirst().path("path").asText()).isEqualTo("pages/index/index");
    }

    @Test
    void errorTexts_nameNothingOfTheHost() {
        String stack = worker.run(1, "message").log().getFirst();

        assertThat(stack).contains("pages/index/index.js:").doesNotContain("java", "graal", "truffle", ".jar");
    }

    @Test
    void dataThatContainsItself_isCopied() {
        Turn turn = worker.run(1, "cycle");

        assertThat(turn.of(Kind.FAULT)).isEmpty();
        assertThat(worker.tree(1).text("chosen")).isEqualTo("chosen endless");
    }

    @Test
    void tamperedBuiltins_doNotBreakTheFrames() {
        Turn turn = worker.run(1, "tamper");

        assertThat(turn.log()).containsExactly("still here");
        assertThat(worker.tree(1).text("label")).startsWith("5 ");
        assertThat(worker.run(1, "missing").log()).hasSize(1);
    }
}
