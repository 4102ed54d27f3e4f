package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the host's frames on the calling thread and hands each to its session, whose own thread runs it. The
 * reading thread never runs code of a program, so a program that does not stop holds up nobody else.
 */
final class Worker {

    private final Map<Integer, Session> sessions = new HashMap<>();
    private final ProgramReader reader;
    private final Spares spares;
    private final FrameReader in;
    private final FrameWriter out;
    private @Nullable LoadedProgram program;

    Worker(GuestLibrary library, FrameReader in, FrameWriter out) {
        this.reader = new ProgramReader(library);
        this.spares = new Spares(library);
        this.in = in;
        this.out = out;
    }

    /** Does now what the first user would wait for otherwise; no file is read and no class is sought for it later. */
    Worker warmUp(WarmUp warmUp) {
        warmUp.run(spares);
        spares.fillNow();
        return this;
    }

    /**
     * Serves until the host closes its end; nothing of any session runs afterwards.
     *
     * @param walls the content of the READY frame
     */
    void run(String walls) throws IOException {
        out.write(Frame.toWorker(Kind.READY, walls));
        try {
            for (Frame frame = in.read(); frame != null; frame = in.read()) {
                take(frame);
            }
        } finally {
            sessions.values().forEach(Session::close);
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case LOAD -> load(frame.json());
            case OPEN -> open(frame);
            case CLOSE -> close(frame.session());
            case EVENT, REPLY, NAVIGATE, PING -> pass(frame);
            default -> throw new IllegalStateException("a running worker takes no " + frame.kind());
        }
    }

    private void load(String json) throws IOException {
        program = reader.read(json);
        out.write(Frame.toWorker(Kind.LOADED, "{}"));
    }

    private void open(Frame frame) {
        if (program == null) {
            throw new IllegalStateException("OPEN before LOAD");
        }
        Session session = new Session(spares.take(), program, new HostChannel(out::write, frame.session()));
        if (sessions.putIfAbsent(frame.session(), session) != null) {
            throw new IllegalStateException("session " + frame.session() + " is open already");
        }
        session.take(frame);
        // the next context is made when this user's page stands: until then it would only slow that down
        session.then(spares::fill);
    }

    // frames may cross a CLOSE on their way: they are for nobody
    private void pass(Frame frame) {
        Session session = sessions.get(frame.session());
        if (session != null) {
            session.take(frame);
        }
    }

    private void close(int id) {
        Session session = sessions.remove(id);
        if (session != null) {
            session.close();
        }
    }
}
