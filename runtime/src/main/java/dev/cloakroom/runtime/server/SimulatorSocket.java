package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.sandbox.Rate;
import dev.cloakroom.runtime.simulator.Outlet;
import dev.cloakroom.runtime.simulator.Simulator;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket between the simulator and its top document. Who gets here has passed the gate. */
final class SimulatorSocket {

    static final int AT_ONCE = 500;
    static final int A_SECOND = 200;
    static final int MAX_MESSAGE = 64 << 10;
    static final Duration IDLE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorSocket.class);
    private static final long PING_SECONDS = 20;
    private static final int NOT_ACCEPTED = 1003;

    private final Simulator simulator;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    private record Connection(WsContext socket, Rate rate) implements Outlet {
        @Override
        public void send(String message, Runnable over) {
            socket.session.sendText(message, Callback.from(over, _ -> over.run()));
        }

        @Override
        public void close(int code, String reason) {
            socket.closeSession(code, reason);
        }
    }

    SimulatorSocket(Simulator simulator) {
        this.simulator = simulator;
    }

    void configure(WsConfig socket) {
        socket.onConnect(this::connected);
        socket.onMessage(message -> received(message, message.message()));
        socket.onBinaryMessage(message -> message.closeSession(NOT_ACCEPTED, "only texts are understood"));
        socket.onClose(this::gone);
        socket.onError(broken -> LOG.debug("the simulator's socket broke", broken.error()));
    }

    private void connected(WsContext socket) {
        socket.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        var connection = new Connection(socket, new Rate(A_SECOND, AT_ONCE, System::nanoTime));
        connections.put(socket.sessionId(), connection);
        simulator.connect(connection);
    }

    private void received(WsContext socket, String message) {
        Connection from = connections.get(socket.sessionId());
        if (from == null) {
            return;
        }
        if (from.rate().allows(1)) {
            simulator.receive(from, message);
        } else {
            from.close(Outlet.TOO_MUCH, "too many messages");
        }
    }

    // a socket may find out that it is broken while it is being sent to, under the locks of whoever sends
    private void gone(WsContext socket) {
        Connection gone = connections.remove(socket.sessionId());
        if (gone != null) {
            Thread.ofVirtual()
                .name("simulator-disconnect")
                .start(() -> simulator.disconnect(gone));
        }
    }
}
