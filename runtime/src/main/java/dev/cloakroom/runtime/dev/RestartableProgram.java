package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.session.RunningProgram;
import java.io.IOException;

/** The program of a development host, which can be started anew after its process is gone. */
final class RestartableProgram implements AutoCloseable {

    private final Host host;
    private final MiniProgram source;
    private final ProgramRegistration registration;
    private final ProgramStorage storage;
    private RunningProgram running;
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

    /** A process that lives: a new one when the last one is gone. */
    synchronized RunningProgram alive() throws IOException {
        if (!closed && running.sandbox().ended().isDone()) {
            running.close();
            running = host.run(source, registration, storage);
        }
        return running;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
