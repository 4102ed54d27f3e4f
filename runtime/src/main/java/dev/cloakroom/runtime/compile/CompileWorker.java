package dev.cloakroom.runtime.compile;

import dev.cloakroom.protocol.Frame;
import java.io.IOException;

/** A confined process in compile mode, of which nothing is believed but that it is confined. */
@FunctionalInterface
public interface CompileWorker {
    /**
     * Sends a COMPILE frame to a fresh process and returns the frame that answers it; the process is gone
     * afterwards.
     *
     * @throws IOException when the process did not answer in time, died or broke the protocol
     */
    Frame compile(Frame sources) throws IOException;
}
