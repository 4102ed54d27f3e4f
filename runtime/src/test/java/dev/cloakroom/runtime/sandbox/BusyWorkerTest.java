package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose process uses processor time: the host reads it from outside, and asks nobody. */
class BusyWorkerTest {

    private static final Limits LIMITS = Limits.DEFAULT.withOpen(Deadline.ofSeconds(60, 20)).withTurn(
        Deadline.ofSeconds(60, 10)
    );

    @TempDir
    private Path folder;

    private ScriptedWorker worker;
    private GuestSession session;

    @BeforeEach
    void openASession() throws Exception {
        worker = ScriptedWorker.start(LIMITS, Files.createDirectory(folder.resolve("worker")));
        worker.used(Duration.ZERO);
        session = worker.sandbox().session();
        session.open(Json.object(), new Deaf());
        looks();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void start_mayUseMoreThanATurn() throws Exception {
        worker.used(Duration.ofSeconds(19));

        looks();

        assertThat(worker.sandbox().ended()).isNotDone();
        worker.used(Duration.ofSeconds(21));
        assertThat(end()).contains("20000 ms of processor time while it was opened (limit `open.cpu`)");
    }

    @Test
    void turn_isEndedWhenItsProcessUsedTooMuch() throws Exception {
        worker.says(Kind.DONE, 1, "{\"seq\": 1}");
        await().until(() -> !session.working());
        session.begin(Kind.EVENT, Json.object().put("type", "tap"));
        looks();

        worker.used(Duration.ofSeconds(11));

        assertThat(end()).contains("10000 ms of processor time while it handled `tap` (limit `turn.cpu`)");
    }

    @Test
    void sessionsThatAreAtWorkTogether_shareWhatTheirProcessUses() throws Exception {
        worker.sandbox().session().open(Json.object(), new Deaf());
        looks();

        worker.used(Duration.ofSeconds(30));
        looks();

        assertThat(worker.sandbox().ended()).isNotDone();
    }

    @Test
    void workerThatIsAtNothing_isEndedWhenItUsesTooMuchInTheLongRun() throws Exception {
        Limits frugal = LIMITS.withProcessorPerMinute(Duration.ofSeconds(1));
        try (var idle = ScriptedWorker.start(frugal, Files.createDirectory(folder.resolve("idle")))) {
            idle.used(Duration.ZERO);
            looksInTheLongRun();

            idle.used(Duration.ofSeconds(3));

            assertThat(end(idle)).contains("1000 ms of processor time a minute (limit `processorPerMinute`)");
        }
    }

    // the watchdog's beat is 50 ms: this is some of them, and a slow machine makes the test no redder
    private static void looks() throws InterruptedException {
        Thread.sleep(500);
    }

    private static void looksInTheLongRun() throws InterruptedException {
        Thread.sleep(2_000);
    }

    private String end() {
        return end(worker);
    }

    private static String end(ScriptedWorker worker) {
        return worker.sandbox().ended().orTimeout(20, TimeUnit.SECONDS).join().message();
    }

    private static final class Deaf implements GuestListener {

        @Override
        public void said(Kind kind, ObjectNode body) {}

        @Override
        public void ended(WorkerEnd why) {}
    }
}
