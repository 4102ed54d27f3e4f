package dev.cloakroom.runtime.session;

import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Programs whose processes say what a test wants them to. */
final class ScriptedProgram implements AutoCloseable {

    final List<ScriptedWorker> workers = new ArrayList<>();
    private final Path folder;
    private final Clock clock;
    private final ProgramStorage storage;
    private Consumer<ScriptedWorker> begin = _ -> {};
    private boolean broken;

    ScriptedProgram(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.storage = new ProgramStorage(folder.resolve("storage"));
    }

    RunningProgram run(HeadStart headStart) {
        return run(Isolation.SHARED, headStart);
    }

    RunningProgram run(Isolation isolation, HeadStart headStart) {
        return new RunningProgram(
            isolation,
            this::worker,
            Programs.PROGRAM,
            Programs.MANIFEST,
            storage,
            new ApiRegistry(List.of()),
            Observer.NONE,
            Limits.DEFAULT,
            clock,
            headStart
        );
    }

    /** What every worker from now on does at first. */
    void beginWith(Consumer<ScriptedWorker> script) {
        begin = script;
    }

    /** Whether no process can be started from now on. */
    void broken(boolean now) {
        broken = now;
    }

    /** Kills the newest process for what it says. */
    void kill() throws Exception {
        workers.getLast().says(Kind.LOG, 77, "{}");
        workers.getLast().sandbox().ended().get(10, TimeUnit.SECONDS);
    }

    private Sandbox worker() {
        try {
            if (broken) {
                throw new IOException("no process can be started");
            }
            Path home = Files.createDirectory(folder.resolve("worker" + workers.size()));
            ScriptedWorker worker = ScriptedWorker.start(Limits.DEFAULT, home);
            workers.add(worker);
            begin.accept(worker);
            return worker.sandbox();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workers.forEach(ScriptedWorker::close);
        storage.close();
    }
}
