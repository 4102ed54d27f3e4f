package dev.cloakroom.runtime.sandbox;

/** A process that is ready for a program, and takes one once. */
public final class WarmWorker implements AutoCloseable {

    private final WorkerSandbox worker;

    WarmWorker(WorkerSandbox worker) {
        this.worker = worker;
    }

    /**
     * Gives it the program.
     *
     * @param load the content of the {@code LOAD} frame, as {@code docs/protocol.md} gives it
     * @throws SandboxFailed when it does not take it in time
     */
    public Sandbox load(String load) {
        return worker.load(load);
    }

    boolean isAlive() {
        return !worker.ended().isDone();
    }

    /** Ends it without a program. */
    @Override
    public void close() {
        worker.close();
    }
}
