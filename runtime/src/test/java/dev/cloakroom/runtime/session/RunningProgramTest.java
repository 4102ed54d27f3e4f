package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose processes end: what its users find, and when the next one starts. */
class RunningProgramTest {

    private static final UserId LIN = new UserId("lin");
    private static final UserId WEI = new UserId("wei");

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    private ScriptedProgram scripted;
    private List<ScriptedWorker> workers;
    private RunningProgram program;

    @BeforeEach
    void start() {
        scripted = new ScriptedProgram(folder, clock);
        workers = scripted.workers;
        program = scripted.run(HeadStarts.none(folder, clock));
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        scripted.close();
    }

    @Test
    void liveProcess_isUsedByAll() {
        program.open(LIN, "");
        program.open(WEI, "");

        assertThat(workers).hasSize(1);
    }

    @Test
    void killedProgram_tellsItsSessionsWhyAndStartsAnewOnTheNextUse() throws Exception {
        var lin = program.open(LIN, "");
        var wei = program.open(WEI, "");

        scripted.kill();

        assertThat(lin.end()).isEqualTo(wei.end()).get().isInstanceOf(WorkerEnd.Killed.class);
        assertThat(workers).hasSize(1);
        assertThat(program.open(LIN, "").end()).isEmpty();
        assertThat(workers).hasSize(2);
        workers.getLast().hears(Kind.OPEN);
    }

    @Test
    void programThatIsKilledAgainAndAgain_restsLongerEachTime() throws Exception {
        killOnUse();
        killOnUse();
        assertRests(Duration.ofSeconds(1));

        killOnUse();
        assertRests(Duration.ofSeconds(2));

        assertThat(program.open(LIN, "").end()).isEmpty();
        assertThat(program.restsUntil(LIN)).isEmpty();
        assertThat(workers).hasSize(4);
    }

    @Test
    void rest_countsFromTheFailureAndNotFromTheNextUse() throws Exception {
        killOnUse();
        killOnUse();
        clock.advance(Duration.ofSeconds(1));

        assertThat(program.open(LIN, "").end()).isEmpty();
    }

    @Test
    void processThatDoesNotStart_isAFailureToo() throws Exception {
        killOnUse();
        scripted.broken(true);

        assertThatThrownBy(() -> program.open(LIN, "")).isInstanceOf(UncheckedIOException.class);

        scripted.broken(false);
        assertRests(Duration.ofSeconds(1));
    }

    @Test
    void developerWhoRenewsTheProgram_doesNotWaitAndBeginsAtTheStart() throws Exception {
        killOnUse();
        killOnUse();

        program.renew();

        killOnUse();
        assertThat(program.open(LIN, "").end()).isEmpty();
    }

    @Test
    void renew_endsAUsedProcessAndKeepsAFreshOne() {
        program.renew();
        assertThat(workers).hasSize(1);
        var session = program.open(LIN, "");

        program.renew();

        assertThat(session.end()).contains(new WorkerEnd.Closed());
        assertThat(workers).hasSize(2);
    }

    @Test
    void closedProgram_staysClosed() throws Exception {
        scripted.kill();
        program.close();
        program.renew();

        assertThat(program.open(LIN, "").end()).isPresent();
        assertThat(workers).hasSize(1);
    }

    private void killOnUse() throws Exception {
        program.open(LIN, "");
        scripted.kill();
    }

    private void assertRests(Duration time) {
        int before = workers.size();
        assertThatThrownBy(() -> program.open(LIN, ""))
            .isInstanceOf(SandboxFailed.class)
            .hasMessageEndingWith("it can start again in " + time.toMillis() + " ms");
        assertThat(program.restsUntil(LIN)).contains(clock.instant().plus(time));
        assertThat(workers).hasSize(before);
        clock.advance(time);
    }
}
