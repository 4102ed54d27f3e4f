package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionUiTest {

    private final SessionUi ui = new SessionUi();

    @Test
    void dialogAfterTheEnd_isCancelledAtOnce() {
        ui.close();
        assertThat(asked(Json.object()).join()).isEmpty();
        assertThat(ui.dialog()).isEmpty();
    }

    @Test
    void sheet_isAnsweredByAnItemThatItHas() {
        var asked = asked(sheet());
        assertThat(ui.answer(OptionalInt.of(2))).isFalse();
        assertThat(ui.answer(OptionalInt.of(-1))).isFalse();
        assertThat(asked).isNotDone();
        assertThat(ui.answer(OptionalInt.of(1))).isTrue();
        assertThat(asked.join()).hasValue(1);
    }

    @Test
    void sheet_isCancelledByTheNextDialog() {
        var first = asked(sheet());
        var second = asked(Json.object());
        assertThat(first.join()).isEmpty();
        ui.answer(OptionalInt.of(0));
        assertThat(second.join()).hasValue(0);
    }

    private static ObjectNode sheet() {
        ObjectNode sheet = Json.object();
        sheet.putArray("items").add("small").add("large");
        return sheet;
    }

    /** Asked when this returns. */
    private CompletableFuture<OptionalInt> asked(ObjectNode content) {
        var answer = CompletableFuture.supplyAsync(() -> ui.choose(content)).orTimeout(10, TimeUnit.SECONDS);
        while (
            !answer.isDone() &&
            ui
                .dialog()
                .filter(shown -> shown.content().equals(content))
                .isEmpty()
        ) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
