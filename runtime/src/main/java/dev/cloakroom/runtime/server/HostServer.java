package dev.cloakroom.runtime.server;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.observe.Observer;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API for developers' back ends, on the loopback interface. Handlers run on virtual threads and
 * may block. What breaks inside is logged here and told outside in one fixed text.
 */
public final class HostServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostServer.class);
    private static final long MAX_REQUEST = 64 << 10;
    private static final Pattern LOCAL = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private final Javalin server;

    /** @param port 0 for any free one */
    public HostServer(HostApi host, Observer observer, int port) {
        server = Javalin.create(config -> configure(config, host, observer));
        Loopback.start(server, port);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, HostApi host, Observer observer) {
        var authentication = new ProgramAuthentication(host.programs());
        var session = new SessionRoutes(host.logins());
        var redemption = new RedemptionRoutes(host.redeemer());
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_REQUEST;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.routes.before(HostServer::refuseOtherNames);
        config.routes.post("/v1/session", request -> Exchange.handle(request, authentication, observer, session));
        config.routes.post("/v1/redeem", request -> Exchange.handle(request, authentication, observer, redemption));
        config.routes.exception(HttpResponseException.class, (refused, request) ->
            Exchange.refuse(request, observer, Problem.of(refused.getStatus()))
        );
        config.routes.exception(Exception.class, (broken, request) -> {
            LOG.error("{} {} broke", request.method(), request.path(), broken);
            Exchange.refuse(request, observer, Problem.of(ErrorCode.SYSTEM_ERROR));
        });
    }

    // a web page whose name was made to point here (DNS rebinding) still says that name
    private static void refuseOtherNames(Context request) {
        String host = request.host();
        if (host == null || !LOCAL.matcher(host).matches()) {
            throw new HttpResponseException(Problem.MISDIRECTED, "");
        }
    }
}
