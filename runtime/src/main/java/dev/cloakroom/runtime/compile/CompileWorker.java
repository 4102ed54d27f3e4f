package dev.cloakroom.runtime.compile;

import dev.cloakroom.protocol.Frame;
import java.io.IOException;

/** A confined process in compile mode, of which nothing is believed but that it is confined. */
public interface CompileWorker extends AutoCloseable {
    /** Starts compile workers. */
    @FunctionalInterface
    interface Factory {
        /** A worker that said that it is ready. */
        CompileWorker start() throws IOException;
    }

    /**
     * Sends a COMPILE frame and waits for the frame that answers it.
     *
     * @throws IOException when the worker did not answer in time, died or broke the protocol
     */
    Frame exchange(Frame compile) throws IOException;

    /** Ends the process. */
    @Override
    void close();
}
