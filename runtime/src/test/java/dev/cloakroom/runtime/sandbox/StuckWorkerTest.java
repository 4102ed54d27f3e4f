package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker that does not read what the host says. Without a bound on waiting, these tests would hang. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StuckWorkerTest {

    private static final Limits LIMITS = Limits.DEFAULT.withTurn(Deadline.ofSeconds(5, 5));
    private static final TextNode MEGABYTE = new TextNode("x".repeat(1 << 20));

    @TempDir
    private Path folder;

    private Path home;
    private ScriptedWorker worker;
    private GuestSession session;

    @BeforeEach
    void openASessionThatThenStopsReading() throws Exception {
        home = Files.createDirectory(folder.resolve("worker"));
        worker = ScriptedWorker.start(LIMITS, home);
        session = worker.sandbox().session();
        session.open(Json.object(), new Deaf());
        worker.hears(Kind.OPEN);
        worker.sandbox().session().open(Json.object(), new Deaf());
        worker.hears(Kind.OPEN);
        worker.stopsReading();
        // it still takes the frame that it waits for
        session.reply(0, true, new TextNode(""));
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void answerThatNobodyReads_holdsUpNeitherTheSpeakerNorTheWatchdog() throws Exception {
        Thread speaker = Thread.ofPlatform()
            .daemon()
            .start(() -> session.reply(1, true, MEGABYTE));
        speaker.join(Duration.ofSeconds(1));
        // now the other session is quiet, and the watchdog asks it for a sign of life
        worker.says(Kind.DONE, 2, "{\"seq\": 1, \"timer\": null}");

        assertThat(end().message()).contains("did not finish within 5000 ms");
        assertThat(speaker.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void moreThanTheHostKeepsForAWorker_endsIt() {
        IntStream.range(0, 100).forEach(call -> session.reply(call, true, MEGABYTE));

        assertThat(end().message()).contains("does not read what the host says");
    }

    @Test
    void whatItLeftInItsFolder_isDeletedWithIt() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("crash")).resolve("hs_err_pid1.log"), "memory");

        worker.exits(134);

        assertThat(end()).isEqualTo(new WorkerEnd.Exited(134));
        assertThat(home).doesNotExist();
    }

    @Test
    void listenerThatBreaks_keepsNobodyFromHearingOfTheEnd() {
        worker.sandbox().session().open(Json.object(), new Broken());

        worker.exits(1);

        assertThat(end()).isEqualTo(new WorkerEnd.Exited(1));
    }

    private WorkerEnd end() {
        return worker.sandbox().ended().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static final class Broken implements GuestListener {

        @Override
        public void said(Kind kind, ObjectNode body) {}

        @Override
        public void ended(WorkerEnd why) {
            throw new IllegalStateException("broken");
        }
    }

    private static final class Deaf implements GuestListener {

        @Override
        public void said(Kind kind, ObjectNode body) {}

        @Override
        public void ended(WorkerEnd why) {}
    }
}
