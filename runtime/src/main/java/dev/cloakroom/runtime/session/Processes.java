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

    /** Has {@code task} run whenever the process for the next user is not there any more. */
    void onNeed(Runnable task);

    /** As {@link ProgramProcess#preload}, for the process that the next user comes into. */
    void preload(Function<Sandbox, Nobody> visit);

    /** As {@link ProgramProcess#renew}, for each. */
    void renew();

    /** Until when the program rests for this user; empty when it runs or may start. */
    Optional<Instant> restsUntil(UserId user);

    @Override
    void close();
}
