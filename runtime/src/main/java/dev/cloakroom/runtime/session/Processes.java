package dev.cloakroom.runtime.session;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The processes that a program's users are in. Any thread may call. */
interface Processes extends AutoCloseable {
    /**
     * The process for a session that this user begins.
     *
     * @throws SandboxFailed when it rests after a failure, or does not start
     */
    Sandbox enter(UserId user);

    /** A session that the user began is over, and why. Does not wait. */
    void leave(UserId user, WorkerEnd why);

    /** As {@link ProgramProcess#onFailure}; nothing where each user has a process, which begins with its user. */
    void onFailure(Runnable task);

    /** As {@link ProgramProcess#preload}; nothing where each user has a process. */
    void preload(Function<Sandbox, Nobody> visit);

    /** As {@link ProgramProcess#renew}, for each. */
    void renew();

    /** Until when the program rests for this user; empty when it runs or may start. */
    Optional<Instant> restsUntil(UserId user);

    @Override
    void close();
}
