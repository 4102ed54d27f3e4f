package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.TestWorker.Turn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program shows and how it hears of the user. */
class ViewTest {

    private TestWorker worker;

    @BeforeEach
    void start() throws IOException {
        worker = new TestWorker();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void open_showsTheFirstPage() {
        Turn turn = worker.open(1);

        List<JsonNode> pages = turn.of(Kind.PAGE);
        assertThat(pages)
            .extracting(page -> page.path("op").asText())
            .containsExactly("open", "show");
        assertThat(pages.getFirst().path("path").asText()).isEqualTo("pages/index/index");
        assertThat(pages.getFirst().path("window").path("title").asText()).isEqualTo("Menu");
        assertThat(worker.tree(1).text("label")).isEqualTo("0 AbAb");
        assertThat(worker.tree(1).text("dish-0")).isEqualTo("rice: 2.50slot of rice");
        assertThat(turn.of(Kind.FAULT)).isEmpty();
    }
}
