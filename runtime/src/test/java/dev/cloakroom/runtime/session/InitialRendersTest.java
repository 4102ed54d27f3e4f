package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When and where a program's first page is learned, and who is told of it. */
class InitialRendersTest {

    private static final UserId LIN = new UserId("lin");
    private final SettableClock clock = new SettableClock();
    private final Tasks tasks = new Tasks();
    private Consumer<ScriptedWorker> aloneItDoes = InitialRendersTest::showPage;

    @TempDir
    private Path folder;

    private ScriptedProgram scripted;
    private List<ScriptedWorker> workers;

    @BeforeEach
    void start() {
        scripted = new ScriptedProgram(folder, clock);
        workers = scripted.workers;
        scripted.beginWith(this::begin);
    }

    @AfterEach
    void close() throws IOException {
        scripted.close();
    }

    @Test
    void firstPage_isLearnedInAProcessOfItsOwnThatIsGoneAfterwards() {
        RunningProgram program = run(true);
        assertThat(program.initialRender("")).isEmpty();

        tasks.runAll();

        assertThat(program.initialRender("")).isPresent();
        assertThat(program.initialRender("/pages/a/a?of=lin")).isPresent();
        assertThat(workers).hasSize(2);
        assertThat(workers.getFirst().sandbox().ended()).isNotDone();
        assertThat(workers.getLast().sandbox().ended()).isDone();
    }

    @Test
    void pageThatIsKnown_isNotLearnedAgain() {
        run(true);
        tasks.runAll();

        run(true);
        tasks.runAll();

        assertThat(workers).hasSize(3);
    }

    @Test
    void programThatMisbehavesAlone_isNotTriedAgainAndNoUserNotices() {
        aloneItDoes = worker -> worker.says(Kind.LOG, 77, "{}");
        RunningProgram program = run(true);
        tasks.runAll();

        var session = program.open(LIN, "");
        tasks.runAll();

        assertThat(program.initialRender("")).isEmpty();
        assertThat(session.end()).isEmpty();
        assertThat(program.restsUntil(LIN)).isEmpty();
        assertThat(workers).hasSize(2);
    }

    @Test
    void hostThatWasNotAskedTo_learnsNothing() {
        RunningProgram program = run(false);
        program.open(LIN, "");

        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void pageThatTheProgramDoesNotHave_isNotLearned() {
        RunningProgram program = run(true);
        tasks.runAll();

        program.open(LIN, "pages/none/none");

        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void closedProgram_learnsNothing() {
        RunningProgram program = run(true);
        program.close();

        tasks.runAll();

        assertThat(workers).hasSize(1);
    }

    private RunningProgram run(boolean eager) {
        return scripted.run(HeadStarts.of(folder, clock, tasks, eager));
    }

    // the first one of a program is for its users, another one for nobody
    private void begin(ScriptedWorker worker) {
        if (tasks.running()) {
            Thread.ofVirtual().start(() -> act(worker));
        }
    }

    private static void showPage(ScriptedWorker worker) {
        worker.says(Kind.PAGE, 1, "{\"op\":\"open\",\"page\":1,\"path\":\"pages/a/a\"}");
        worker.says(Kind.PAGE, 1, "{\"op\":\"show\",\"page\":1}");
        worker.says(Kind.DONE, 1, "{\"seq\":1,\"timer\":null,\"timers\":0}");
    }

    private void act(ScriptedWorker worker) {
        try {
            worker.hears(Kind.OPEN);
            aloneItDoes.accept(worker);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
