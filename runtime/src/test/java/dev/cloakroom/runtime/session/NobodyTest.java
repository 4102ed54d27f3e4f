package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program can get out of a session that has no user. */
class NobodyTest {

    private static final String PAGE = "pages/a/a";
    private static final String ROOT = "{\"page\":1,\"ops\":[[\"c\",1,\"root\",\"\"]]}";

    @TempDir
    private Path folder;

    private ScriptedWorker worker;
    private Nobody nobody;

    @BeforeEach
    void open() throws IOException {
        worker = ScriptedWorker.start(Limits.DEFAULT, folder);
        nobody = Nobody.open(worker.sandbox(), PAGE, Limits.DEFAULT);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void program_isToldOfNoUser() throws InterruptedException {
        var opening = worker.hears(Kind.OPEN);

        assertThat(opening.path("storage")).isEqualTo(Json.object());
        assertThat(opening.path("device")).isEqualTo(DeviceProfile.CANNED);
        assertThat(opening.path("launch")).hasToString("{\"path\":\"pages/a/a\",\"scene\":1001,\"query\":{}}");
    }

    @Test
    void page_isSeenAtTheEndOfTheFirstTurnAndTheSessionIsOver() throws Exception {
        showPage(PAGE);
        worker.says(Kind.CALL, 1, "{\"id\":1,\"api\":\"login\",\"args\":{},\"at\":\"\"}");
        worker.says(Kind.STORE, 1, "{\"op\":\"set\",\"key\":\"a\",\"value\":1}");
        worker.says(Kind.LOG, 1, "{\"level\":\"log\",\"text\":\"hi\"}");
        worker.says(Kind.FAULT, 1, "{\"message\":\"no\"}");
        assertThat(nobody.page()).isNotDone();

        done();

        assertThat(nobody.page().get(10, TimeUnit.SECONDS).orElseThrow()).hasToString(
            "{\"path\":\"pages/a/a\",\"window\":{},\"ops\":[[\"c\",1,\"root\",\"page\"]]}"
        );
        // nothing but the end follows: the call had no answer
        worker.hears(Kind.OPEN);
        assertThat(worker.hearsNext().kind()).isEqualTo(Kind.CLOSE);
        assertThat(worker.sandbox().ended()).isNotDone();
        assertThat(nobody.wasKilled()).isFalse();
    }

    @Test
    void programThatGoesToAnotherPage_hasNoPageToShow() throws Exception {
        showPage("pages/b/b");
        done();

        assertThat(nobody.page().get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void programThatMisbehaves_isKilledAndHasNoPageToShow() throws Exception {
        showPage(PAGE);
        worker.says(Kind.OPS, 1, "{\"page\":1,\"ops\":[[\"a\",7,8]]}");

        assertThat(nobody.page().get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(nobody.wasKilled()).isTrue();
        worker.sandbox().ended().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoeverIsSentAway_seesNoPage() throws Exception {
        showPage(PAGE);
        nobody.close();
        done();

        assertThat(nobody.page().get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(nobody.wasKilled()).isFalse();
    }

    private void showPage(String path) {
        worker.says(Kind.PAGE, 1, "{\"op\":\"open\",\"page\":1,\"path\":\"" + path + "\",\"query\":{},\"window\":{}}");
        worker.says(Kind.OPS, 1, ROOT);
        worker.says(Kind.PAGE, 1, "{\"op\":\"show\",\"page\":1}");
    }

    private void done() {
        worker.says(Kind.DONE, 1, "{\"seq\":1,\"timer\":null,\"timers\":0}");
    }
}
