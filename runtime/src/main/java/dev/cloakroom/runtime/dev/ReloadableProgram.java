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
import java.util.function.Consumer;

/** The program of a development host, which can be started anew as it is in its folder by then. */
final class ReloadableProgram implements AutoCloseable {

    private final Host host;
    private final Path folder;
    private final ProgramRegistration registration;
    private final ProgramStorage storage;
    private volatile MiniProgram source;
    private volatile RunningProgram running;
    private boolean closed;

    /** @param source what is in {@code folder} now */
    ReloadableProgram(
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

    // does not wait for a start that is under way: what is shown meanwhile needs its images
    MiniProgram source() {
        return source;
    }

    /** The program as it was loaded last. */
    RunningProgram running() {
        return running;
    }

    /**
     * The program as it is in the folder now, in a process in which it has not run yet.
     *
     * @param known is told of it before it may have to wait for its process
     * @throws BadInput when that is not in order
     */
    synchronized RunningProgram fresh(Consumer<RunningProgram> known) throws IOException {
        if (closed) {
            return running;
        }
        MiniProgram now = reloaded();
        if (now.files().digest().equals(source.files().digest())) {
            known.accept(running);
            running.renew();
        } else {
            RunningProgram next = host.run(now, registration, storage);
            running.close();
            running = next;
            source = now;
            known.accept(running);
        }
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
