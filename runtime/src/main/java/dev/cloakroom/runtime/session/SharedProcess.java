package dev.cloakroom.runtime.session;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** All users are in one process, which runs from the beginning. */
final class SharedProcess implements Processes {

    private final ProgramProcess process;

    SharedProcess(ProgramProcess process) {
        this.process = process;
    }

    @Override
    public Sandbox enter(UserId user) {
        return process.current();
    }

    @Override
    public void leave(UserId user, WorkerEnd why) {
        // the process is there for the next user
    }

    @Override
    public void onNeed(Runnable task) {
        process.onFailure(task);
    }

    @Override
    public void preload(Function<Sandbox, Nobody> visit) {
        process.preload(visit);
    }

    @Override
    public void renew() {
        process.renew();
    }

    @Override
    public Optional<Instant> restsUntil(UserId user) {
        return process.restsUntil();
    }

    @Override
    public void close() {
        process.close();
    }
}
