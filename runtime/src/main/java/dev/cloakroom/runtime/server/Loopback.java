package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.input.BadInput;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

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
            throw taken(port);
        }
    }

    /**
     * Looks whether a server could listen, before anything is started for it.
     *
     * @throws BadInput when the port is taken
     */
    static void check(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port));
        } catch (IOException e) {
            throw taken(port);
        }
    }

    static BadInput taken(int port) {
        return new BadInput(
            "port " + port,
            "is in use by another process, or needs more rights: choose another with --port, or 0 for any"
        );
    }
}
