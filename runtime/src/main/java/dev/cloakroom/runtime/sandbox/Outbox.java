package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames on their way to a worker, written by a thread of their own: a worker that does not read holds up
 * nobody who speaks to it, least of all the watchdog that is to end it.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final FrameWriter out;
    private final long maxWaiting;
    private final BlockingQueue<Optional<Frame>> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean closed;

    /** @param maxWaiting characters that may wait before another frame is refused */
    Outbox(FrameWriter out, long maxWaiting) {
        this.out = out;
        this.maxWaiting = maxWaiting;
    }

    /** Queues a frame and never waits. False when too much waits already; after {@link #close} it is dropped. */
    boolean add(Frame frame) {
        if (closed) {
            return true;
        }
        boolean room = waiting.getAndAdd(frame.json().length()) <= maxWaiting;
        return room && queue.add(Optional.of(frame));
    }

    /** Writes what is queued until {@link #close}, or until the worker's end of the pipe is gone. */
    void drain() {
        try {
            for (Optional<Frame> next = queue.take(); next.isPresent(); next = queue.take()) {
                out.write(next.get());
                waiting.addAndGet(-next.get().json().length());
            }
        } catch (IOException e) {
            LOG.debug("a worker does not read any more: {}", e.getMessage());
            close();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that writes frames", e);
        }
    }

    /** Drops what waits, and ends {@link #drain}. */
    void close() {
        closed = true;
        queue.clear();
        queue.add(Optional.empty());
    }
}
