package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.json.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionUiTest {

    private final SessionUi ui = new SessionUi();

    @Test
    void dialogAfterTheEnd_isCancelledAtOnce() {
        ui.close();

        var asked = CompletableFuture.supplyAsync(() -> ui.ask(Json.object())).orTimeout(10, TimeUnit.SECONDS);

        assertThat(asked.join()).isFalse();
        assertThat(ui.dialog()).isEmpty();
    }
}
