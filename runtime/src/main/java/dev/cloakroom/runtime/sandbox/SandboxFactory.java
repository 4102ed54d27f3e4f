package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes sandboxes, and one-shot compilers, which are sandboxes for hostile sources. */
public final class SandboxFactory {

    private final Launcher launcher;
    private final Limits limits;

    public SandboxFactory(Launcher launcher, Limits limits) {
        this.launcher = launcher;
        this.limits = limits;
    }

    /**
     * Starts a worker before its program is known, and waits until it is ready.
     *
     * @throws SandboxFailed when it is not ready in time
     */
    public WarmWorker warm() {
        return new WarmWorker(WorkerSandbox.warm(launcher, limits));
    }

    /**
     * Starts the worker of one program.
     *
     * @param load the content of the {@code LOAD} frame, as {@code docs/protocol.md} gives it
     * @throws SandboxFailed when the worker does not take it in time
     */
    public Sandbox start(String load) {
        return WorkerSandbox.start(launcher, limits, load);
    }

    /**
     * Sends one frame to a fresh process in compile mode and returns what it answers; the process is
     * gone afterwards.
     *
     * @throws SandboxFailed when it does not answer in time
     */
    public Frame compile(Frame sources) {
        var answers = new CompileAnswers();
        try (var worker = WorkerProcess.start(launcher, Launcher.Mode.COMPILE, Limits.COMPILER, answers)) {
            worker.send(sources);
            return answers.await(worker);
        }
    }

    private static final class CompileAnswers implements Consumer<Frame> {

        private final CompletableFuture<Frame> compiled = new CompletableFuture<>();

        @Override
        public void accept(Frame frame) {
            if (frame.kind() == Kind.COMPILED) {
                compiled.complete(frame);
            }
        }

        Frame await(WorkerProcess worker) {
            long limit = Limits.COMPILER.start().plus(Limits.COMPILER.turn()).toMillis();
            try {
                CompletableFuture.anyOf(compiled, worker.ended()).orTimeout(limit, TimeUnit.MILLISECONDS).join();
            } catch (CompletionException e) {
                worker.kill(new WorkerEnd.Killed("the compiler did not finish within " + limit + " ms"));
            }
            if (!compiled.isDone()) {
                throw new SandboxFailed(worker.ended().join());
            }
            return compiled.join();
        }
    }
}
