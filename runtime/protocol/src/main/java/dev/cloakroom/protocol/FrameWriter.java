package dev.cloakroom.protocol;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** Writes frames whole, from any thread. The format is that of {@link FrameReader}. */
public final class FrameWriter {

    private static final int HEADER = 5;

    // a lock and no monitor: callers are virtual threads
    private final ReentrantLock lock = new ReentrantLock();
    private final DataOutputStream out;

    public FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    public void write(Frame frame) throws IOException {
        byte[] text = frame.json().getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            out.writeInt(HEADER + text.length);
            out.writeByte(frame.kind().code());
            out.writeInt(frame.session());
            out.write(text);
            out.flush();
        } finally {
            lock.unlock();
        }
    }
}
