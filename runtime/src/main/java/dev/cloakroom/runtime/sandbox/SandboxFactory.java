package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;

/** Makes sandboxes, and one-shot compilers, which are sandboxes for hostile sources. */
public final class SandboxFactory {

    private final Launcher launcher;
    private final Limits limits;
    private final Doorkeeper doorkeeper;

    /** @param confinementRequired whether to start nothing on a machine that lacks a wall; else it is a warning */
    public SandboxFactory(Launcher launcher, Limits limits, boolean confinementRequired) {
        this.launcher = launcher;
        this.limits = limits;
        this.doorkeeper = new Doorkeeper(confinementRequired);
    }

    /**
     * Starts a worker before its program is known, and waits until it is ready.
     *
     * @throws SandboxFailed when it is not ready in time
     * @throws NotConfined when confinement is required and a wall is missing
     */
    public WarmWorker warm() {
        return new WarmWorker(WorkerSandbox.warm(launcher, Launcher.Mode.RUN, limits, doorkeeper));
    }

    /**
     * Starts the worker of one program.
     *
     * @param load the content of the {@code LOAD} frame, as {@code docs/protocol.md} gives it
     * @throws SandboxFailed when the worker does not take it in time
     * @throws NotConfined when confinement is required and a wall is missing
     */
    public Sandbox start(String load) {
        return WorkerSandbox.start(launcher, limits, doorkeeper, load);
    }

    /** As {@link #start}, for a program that computes much. */
    public Sandbox compute(String load) {
        return WorkerSandbox.warm(launcher, Launcher.Mode.COMPUTE, limits, doorkeeper).load(load);
    }

    /**
     * Sends one frame to a fresh process in compile mode and returns what it answers; the process is
     * gone afterwards.
     *
     * @throws SandboxFailed when it does not answer in time
     * @throws NotConfined when confinement is required and a wall is missing
     */
    public Frame compile(Frame sources) {
        try (var compiler = new Compiler(launcher)) {
            doorkeeper.check(compiler.ready());
            return compiler.compile(sources);
        }
    }

    /**
     * Starts a worker for nothing but its word on the walls around it.
     *
     * @throws SandboxFailed when it does not start
     */
    public StandingWalls examine() {
        try (var compiler = new Compiler(launcher)) {
            return compiler.ready();
        }
    }
}
