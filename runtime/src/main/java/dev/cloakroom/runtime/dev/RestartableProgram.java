package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.session.RunningProgram;
import java.io.IOException;

/** The program of a development host, which can be started anew in another process. */
final class RestartableProgram implements AutoCloseable {

    private final Host host;
    private final MiniProgram source;
    private final ProgramRegistration registration;
    private final ProgramStorage storage;
    private RunningProgram running;
    private boolean used;
    private boolean closed;

    RestartableProgram(Host host, MiniProgram source, ProgramRegistration registration, ProgramStorage storage)
        throws IOException {
        this.host = host;
        this.source = source;
        this.registration = registration;
        this.storage = storage;
        this.running = host.run(source, registration, storage);
    }

    MiniProgram source() {
        return source;
    }

    /** The process that was started last. */
    synchronized RunningProgram running() {
        return running;
    }

    /** A process in which the program has not run yet: the one that is there, or a new one in its place. */
    synchronized RunningProgram fresh() throws IOException {
        if (used && !closed) {
            running.close();
            running = host.run(source, registration, storage);
        }
        used = true;
        return running;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
