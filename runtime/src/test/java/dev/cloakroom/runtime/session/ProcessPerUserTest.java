package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose users share no process. */
class ProcessPerUserTest {

    private static final UserId LIN = new UserId("lin");
    private static final UserId WEI = new UserId("wei");

    private final SettableClock clock = new SettableClock();
    private final List<ScriptedWorker> workers = new ArrayList<>();

    @TempDir
    private Path folder;

    private ProgramStorage storage;
    private RunningProgram program;

    @BeforeEach
    void start() {
        storage = new ProgramStorage(folder.resolve("storage"));
        program = new RunningProgram(
            Isolation.PER_USER,
            this::worker,
            Programs.PROGRAM,
            Programs.MANIFEST,
            storage,
            new ApiRegistry(List.of()),
            Observer.NONE,
            Limits.DEFAULT,
            clock
        );
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        workers.forEach(ScriptedWorker::close);
        storage.close();
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
        killNewest();
        program.open(LIN, "");
        killNewest();

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

    private void killNewest() throws Exception {
        ScriptedWorker worker = workers.getLast();
        worker.says(Kind.LOG, 77, "{}");
        worker.sandbox().ended().get(10, TimeUnit.SECONDS);
    }

    private Sandbox worker() {
        try {
            Path home = Files.createDirectory(folder.resolve("worker" + workers.size()));
            workers.add(ScriptedWorker.start(Limits.DEFAULT, home));
            return workers.getLast().sandbox();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
