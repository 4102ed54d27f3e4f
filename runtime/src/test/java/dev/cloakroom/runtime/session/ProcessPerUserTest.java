package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose users share no process. */
class ProcessPerUserTest {

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
        program = scripted.run(Isolation.PER_USER, HeadStarts.none(folder, clock));
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        scripted.close();
    }

    @Test
    void process_startsWithItsUserAndIsSharedByTheirSessionsOnly() throws Exception {
        assertThat(workers).isEmpty();

        program.open(LIN, "");
        program.open(LIN, "");
        program.open(WEI, "");

        assertThat(workers).hasSize(2);
        workers.getFirst().hears(Kind.OPEN);
        workers.getFirst().hears(Kind.OPEN);
        workers.getLast().hears(Kind.OPEN);
    }

    @Test
    void process_endsWithTheLastSessionOfItsUser() {
        var first = program.open(LIN, "");
        var second = program.open(LIN, "");
        var wei = program.open(WEI, "");

        first.close();
        assertThat(second.end()).isEmpty();
        second.close();

        await().until(() -> workers.getFirst().sandbox().ended().isDone());
        assertThat(wei.end()).isEmpty();
        assertThat(workers.getLast().sandbox().ended()).isNotDone();
        assertThat(program.open(LIN, "").end()).isEmpty();
        assertThat(workers).hasSize(3);
    }

    @Test
    void killedProcess_isTheEndOfItsUserAloneAndOnlyTheyWait() throws Exception {
        var wei = program.open(WEI, "");
        program.open(LIN, "");
        scripted.kill();
        program.open(LIN, "");
        scripted.kill();

        assertThatThrownBy(() -> program.open(LIN, "")).isInstanceOf(SandboxFailed.class);
        assertThat(program.restsUntil(LIN)).isPresent();
        assertThat(program.restsUntil(WEI)).isEmpty();
        assertThat(wei.end()).isEmpty();
        assertThat(program.open(WEI, "").end()).isEmpty();
    }

    @Test
    void closedProgram_endsAllAndStartsNoMore() {
        var lin = program.open(LIN, "");
        var wei = program.open(WEI, "");

        program.close();

        assertThat(lin.end()).contains(new WorkerEnd.Closed());
        assertThat(wei.end()).contains(new WorkerEnd.Closed());
        assertThatThrownBy(() -> program.open(LIN, "")).isInstanceOf(SandboxFailed.class);
        assertThat(workers).hasSize(2);
    }
}
