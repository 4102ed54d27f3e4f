package dev.cloakroom.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadInputTest {

    @Test
    void getMessage_joinsPlaceAndProblem() {
        assertThat(new BadInput("app.json:4:3", "`pages` must not be empty")).hasMessage(
            "app.json:4:3: `pages` must not be empty"
        );
    }

    @Test
    void getMessage_escapesWhatSteersATerminal() {
        assertThat(new BadInput("a\u001b[2J\n\u202eb", "x\u200by")).hasMessage("a\\u001b[2J\\u000a\\u202eb: x\\u200by");
    }

    @Test
    void all_listsTwentyAndCountsTheRest() {
        List<BadInput> problems = IntStream.range(0, 23)
            .mapToObj(i -> new BadInput("f:" + i, "wrong"))
            .toList();

        String[] lines = BadInput.all(problems).getMessage().split("\n", -1);

        assertThat(lines).hasSize(21).startsWith("f:0: wrong", "f:1: wrong").endsWith("f:19: wrong", "and 3 more");
    }
}
