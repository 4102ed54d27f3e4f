package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A process in compile mode, for one package. */
final class Compiler implements AutoCloseable {

    private final CompletableFuture<StandingWalls> ready = new CompletableFuture<>();
    private final CompletableFuture<Frame> compiled = new CompletableFuture<>();
    private final WorkerProcess process;

    Compiler(ProcessStarter starter) {
        this.process = WorkerProcess.start(starter, Launcher.Mode.COMPILE, Limits.COMPILER, this::hear);
    }

    /** What it found around it when it was ready. */
    StandingWalls ready() {
        return await(ready, Limits.COMPILER.start());
    }

    Frame compile(Frame sources) {
        process.send(sources);
        return await(compiled, Limits.COMPILER.turn().wall());
    }

    @Override
    public void close() {
        process.close();
    }

    private void hear(Frame frame) {
        try {
            switch (frame.kind()) {
                case READY -> ready.complete(StandingWalls.read(frame.json()));
                case COMPILED -> compiled.complete(frame);
                default -> throw new GuestMisbehaved("it sent " + frame.kind());
            }
        } catch (GuestMisbehaved e) {
            process.kill(new WorkerEnd.Killed("the compiler misbehaved: " + e.getMessage()));
        }
    }

    private <T> T await(CompletableFuture<T> word, Duration limit) {
        try {
            CompletableFuture.anyOf(word, process.ended()).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            process.kill(new WorkerEnd.Killed("the compiler did not finish within " + limit.toMillis() + " ms"));
        }
        if (!word.isDone()) {
            throw new SandboxFailed(process.ended().join());
        }
        return word.join();
    }
}
