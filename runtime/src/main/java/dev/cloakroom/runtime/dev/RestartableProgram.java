package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramLoader;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.session.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;

/** The program of a development host, which can be started anew in another process. */
final class RestartableProgram implements AutoCloseable {

    private final Host host;
    private final Path folder;
    private final ProgramRegistration registration;
    private final ProgramStorage storage;
    private MiniProgram source;
    private RunningProgram running;
    private boolean used;
    private boolean closed;

    /** @param source what is in {@code folder} now */
    RestartableProgram(
        Host host,
        Path folder,
        MiniProgram source,
        ProgramRegistration registration,
        ProgramStorage storage
    ) throws IOException {
        this.host = host;
        this.folder = folder;
        this.source = source;
        this.registration = registration;
        this.storage = storage;
        this.running = host.run(source, registration, storage);
    }

    synchronized MiniProgram source() {
        return source;
    }

    /** The process that was started last. */
    synchronized RunningProgram running() {
        return running;
    }

    /**
     * A process in which the program has not run yet: the one that is there, or a new one in its place, with what
     * is in the folder now.
     *
     * @throws BadInput when that is not in order; nothing runs then
     */
    synchronized RunningProgram fresh() throws IOException {
        if (used && !closed) {
            running.close();
            source = reloaded();
            running = host.run(source, registration, storage);
        }
        used = true;
        return running;
    }

    private MiniProgram reloaded() {
        MiniProgram changed = ProgramLoader.load(folder);
        if (!changed.manifest().appId().equals(registration.id().value())) {
            throw new BadInput("project.config.json", "has another `appid` than before: start `cloakroom run` anew");
        }
        return changed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
