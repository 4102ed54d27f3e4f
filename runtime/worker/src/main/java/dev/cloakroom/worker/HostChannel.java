package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.io.IOException;
import java.util.OptionalLong;

/** A session's only way out: frames of JSON text, until it is closed. */
final class HostChannel {

    /** Takes frames to the host. */
    @FunctionalInterface
    interface Out {
        void write(Frame frame) throws IOException;
    }

    private final Out out;
    private final int session;
    private volatile boolean closed;

    HostChannel(Out out, int session) {
        this.out = out;
        this.session = session;
    }

    int session() {
        return session;
    }

    /** Writes one frame; after {@link #close} it is dropped. */
    void send(Kind kind, String json) {
        if (closed) {
            return;
        }
        try {
            out.write(new Frame(kind, session, json));
        } catch (IOException hostIsGone) {
            // the end of the worker's input follows, and ends it
            closed = true;
        }
    }

    /** Says that the turn which frame {@code seq} began is over, and how many timers are set. */
    void done(int seq, OptionalLong nextTimer, int timers) {
        String timer = nextTimer.isPresent() ? Long.toString(nextTimer.getAsLong()) : "null";
        send(Kind.DONE, "{\"seq\":" + seq + ",\"timer\":" + timer + ",\"timers\":" + timers + "}");
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
