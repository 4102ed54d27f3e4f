package dev.cloakroom.runtime.sandbox;

/** A worker ended before it could begin. */
public final class SandboxFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    SandboxFailed(WorkerEnd why) {
        super(why.message());
    }
}
