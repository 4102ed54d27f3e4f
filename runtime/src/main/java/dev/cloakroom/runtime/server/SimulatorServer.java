package dev.cloakroom.runtime.server;

import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.simulator.Simulator;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpStatus;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the simulator's page on the loopback interface, on a port of its own: a page there shares no origin with
 * the HTTP API of back ends. What breaks inside is logged here and told outside in one fixed text.
 */
public final class SimulatorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final String SOCKET = "/simulator/socket";

    private final AccessKey access;
    private final Javalin server;

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws BadInput when the port is taken
     */
    public SimulatorServer(Simulator simulator, SimulatorPage page, RandomSource random, int port) {
        access = new AccessKey(random);
        var gate = new SimulatorGate(access, this::port);
        var routes = new SimulatorRoutes(gate, page, simulator, random);
        server = Javalin.create(config -> configure(config, gate, routes, new SimulatorSocket(simulator)));
        Loopback.start(server, port);
    }

    /**
     * Looks whether one could listen there, which takes no time.
     *
     * @param port 0 for any free one
     * @throws BadInput when the port is taken
     */
    public static void checkPort(int port) {
        Loopback.check(port);
    }

    /** A new address with a key that works once; one from before that was not used is void. */
    public URI address() {
        return URI.create("http://" + Loopback.ADDRESS + ":" + port() + "/?key=" + access.issue());
    }

    @Override
    public void close() {
        server.stop();
    }

    private int port() {
        return server.port();
    }

    private static void configure(
        JavalinConfig config,
        SimulatorGate gate,
        SimulatorRoutes routes,
        SimulatorSocket socket
    ) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxTextMessageSize(SimulatorSocket.MAX_MESSAGE);
            factory.setMaxFrameSize(SimulatorSocket.MAX_MESSAGE);
            factory.setIdleTimeout(SimulatorSocket.IDLE);
        });
        config.routes.before(request -> {
            SimulatorHeaders.strict(request);
            gate.check(request);
        });
        config.routes.get("/", routes::top);
        config.routes.get("/simulator/top.js", routes::script);
        config.routes.get("/simulator/top.css", routes::style);
        config.routes.get("/simulator/icon.svg", routes::icon);
        config.routes.get("/simulator/frame", routes::frame);
        config.routes.get("/simulator/resource", routes::resource);
        config.routes.post("/simulator/pick", routes::pick);
        config.routes.wsBeforeUpgrade(SOCKET, gate::checkOwnPage);
        config.routes.ws(SOCKET, socket::configure);
        config.routes.exception(Exception.class, (broken, request) -> {
            LOG.error("{} {} broke", request.method(), request.path(), broken);
            request.status(HttpStatus.INTERNAL_SERVER_ERROR).result("something broke inside");
        });
    }
}
