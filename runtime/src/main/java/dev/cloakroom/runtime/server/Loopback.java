package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.input.BadInput;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;

/** Listening on this machine alone. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws BadInput when the port is taken
     */
    static void start(Javalin server, int port) {
        try {
            server.start(ADDRESS, port);
        } catch (JavalinBindException e) {
            throw new BadInput(
                "port " + port,
                "is in use by another process, or needs more rights: choose another with --port, or 0 for any"
            );
        }
    }
}
