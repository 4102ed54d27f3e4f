package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose code is loaded before its first user comes. */
class PreloadingTest {

    private static final UserId LIN = new UserId("lin");

    private final SettableClock clock = new SettableClock();
    private final Tasks tasks = new Tasks();

    @TempDir
    private Path folder;

    private HeadStart headStart;
    private ScriptedProgram scripted;
    private List<ScriptedWorker> workers;
    private RunningProgram program;

    @BeforeEach
    void start() {
        headStart = HeadStarts.of(folder, clock, tasks, false);
        headStart.renders().store("digest", "pages/a/a", Json.object().put("path", "pages/a/a"));
        scripted = new ScriptedProgram(folder, clock);
        workers = scripted.workers;
        program = scripted.run(headStart);
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        scripted.close();
    }

    @Test
    void preloadedProgram_isOpenedByNobodyInTheProcessOfItsFirstUser() throws Exception {
        preload();
        leave(1);

        program.open(LIN, "");

        assertOpens(2);
        assertThat(workers).hasSize(1);
    }

    @Test
    void programThatNobodyWantsPreloaded_isNot() {
        tasks.runAll();
        program.open(LIN, "");

        assertThat(tasks.waiting()).isZero();
        assertThat(tasks.delays).isEmpty();
    }

    @Test
    void firstUser_doesNotWaitUntilNobodyIsThrough() throws Exception {
        preload();

        program.open(LIN, "");

        assertThat(next().kind()).isEqualTo(Kind.CLOSE);
        assertOpens(2);
    }

    @Test
    void processWithAUser_isLeftAlone() throws Exception {
        program.open(LIN, "");
        assertOpens(1);
        program.preload();
        tasks.runAll();

        program.open(LIN, "");

        assertOpens(2);
    }

    @Test
    void preloadedProgramThatIsKilled_isReplacedBeforeItsNextUser() throws Exception {
        preload();
        leave(1);
        program.open(LIN, "");

        scripted.kill();
        tasks.runAll();

        assertThat(workers).hasSize(2);
        assertOpens(1);
    }

    @Test
    void preloadedProgramThatIsKilledAgainAndAgain_restsInBetween() throws Exception {
        preload();
        leave(1);
        for (int kill = 1; kill <= 2; kill++) {
            program.open(LIN, "");
            scripted.kill();
            tasks.runNext();
        }
        assertThat(workers).hasSize(2);
        assertThat(program.restsUntil(LIN)).contains(clock.instant().plusSeconds(1));
        assertThat(tasks.delays.getLast()).isEqualTo(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(1));
        tasks.runNext();

        assertThat(workers).hasSize(3);
    }

    @Test
    void programThatFailsForNobody_isNotPreloadedAgainAndMakesNoUserWait() throws Exception {
        preload();
        scripted.kill();
        tasks.runAll();
        assertThat(workers).hasSize(1);

        assertThat(program.open(LIN, "").end()).isEmpty();
        assertOpens(1);
        scripted.kill();
        tasks.runAll();

        assertThat(program.restsUntil(LIN)).isEmpty();
        assertThat(workers).hasSize(2);
    }

    @Test
    void muchUsedProgram_isReplacedBeforeItsNextUser() throws Exception {
        useOften();

        scripted.kill();
        tasks.runAll();

        assertThat(workers).hasSize(2);
        assertOpens(1);
    }

    @Test
    void programThatWasMuchUsedHoursAgo_isReplacedOnItsNextUse() throws Exception {
        useOften();
        clock.advance(Duration.ofHours(2));

        scripted.kill();
        tasks.runAll();

        assertThat(workers).hasSize(1);
    }

    @Test
    void newVersionOfAMuchUsedProgram_isPreloadedAtOnce() throws Exception {
        useOften();

        try (RunningProgram next = scripted.run(headStart)) {
            tasks.runAll();
            assertOpens(1);
            assertThat(next.restsUntil(LIN)).isEmpty();
        }
    }

    @Test
    void programWithAProcessForEachUser_hasOneReadyForTheNext() throws Exception {
        try (RunningProgram perUser = scripted.run(Isolation.PER_USER, headStart)) {
            perUser.preload();
            tasks.runAll();
            assertOpens(1);
            leave(1);
            assertThat(workers).hasSize(2);

            perUser.open(LIN, "");
            assertOpens(2);
            tasks.runAll();

            assertThat(workers).hasSize(3);
            assertOpens(1);
        }
        assertThat(workers.getLast().sandbox().ended()).isDone();
    }

    private void useOften() {
        for (int i = 0; i < Popularity.MUCH; i++) {
            program.open(LIN, "");
        }
    }

    private void preload() throws InterruptedException {
        program.preload();
        tasks.runAll();
        assertOpens(1);
    }

    private void leave(int session) throws InterruptedException {
        workers.getLast().says(Kind.DONE, session, "{\"seq\":1,\"timer\":null,\"timers\":0}");
        assertThat(next().kind()).isEqualTo(Kind.CLOSE);
    }

    private void assertOpens(int session) throws InterruptedException {
        Frame frame = next();
        assertThat(frame.kind()).isEqualTo(Kind.OPEN);
        assertThat(frame.session()).isEqualTo(session);
    }

    // LOAD comes first
    private Frame next() throws InterruptedException {
        Frame frame = workers.getLast().hearsNext();
        return frame.kind() == Kind.LOAD ? workers.getLast().hearsNext() : frame;
    }
}
