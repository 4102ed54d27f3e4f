package dev.cloakroom.runtime.server;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.observe.Observer;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API for developers' back ends, on the loopback interface or with TLS. Handlers run on virtual threads and
 * may block. What breaks inside is logged here and told outside in one fixed text.
 */
public final class HostServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostServer.class);

    /** The paths that are read. */
    private static final Pattern READ = Pattern.compile(
        Pattern.quote(OpenApi.PATH) + "|/v1/orders/[^/]+|/v1/deliveries/[^/]+"
    );

    private final Origins origins;
    private final ApiConnector connector;
    private final Javalin server;

    /**
     * Starts to listen.
     *
     * @throws dev.cloakroom.runtime.input.BadInput when the port is taken, or the certificate is not good
     */
    public HostServer(HostApi host, Observer observer, Listening listening, ApiLimits limits) {
        origins = new Origins(listening, this::port);
        connector = new ApiConnector(listening, limits);
        var authentication = new ProgramAuthentication(host, origins, listening.secretsAllowed());
        var pipeline = new ApiPipeline(authentication, new ApiRates(limits, System::nanoTime), observer);
        server = Javalin.create(config -> {
            configure(config);
            refuse(config, pipeline, origins);
            route(config, pipeline, host, new TokenRoutes(host, authentication, origins));
            routePayments(config, pipeline, host);
            connector.configure(config.jetty);
        });
        start(listening);
    }

    private void start(Listening listening) {
        try {
            server.start();
        } catch (JavalinBindException e) {
            connector.close();
            throw Loopback.taken(listening.address().getPort());
        }
    }

    /** Where it listens, by the first of its names. */
    public URI address() {
        return origins.first();
    }

    private int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        connector.close();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = BodyKind.MAX_BYTES;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
    }

    private static void route(JavalinConfig config, ApiPipeline pipeline, HostApi host, TokenRoutes tokens) {
        var session = new SessionRoutes(host.logins());
        var redemption = new RedemptionRoutes(host.redeemer());
        var introspection = new IntrospectionRoutes(host.tokens());
        var revocation = new RevocationRoutes(host.tokens(), host.programTokens());
        config.routes.get(OpenApi.PATH, OpenApi::serve);
        config.routes.post(TokenRoutes.PATH, pipeline.forStrangers(tokens));
        config.routes.post(SessionRoutes.PATH, pipeline.forPrograms(BodyKind.JSON, session));
        config.routes.post(RedemptionRoutes.PATH, pipeline.forPrograms(BodyKind.JSON, redemption));
        config.routes.post(IntrospectionRoutes.PATH, pipeline.forPrograms(BodyKind.FORM, introspection));
        config.routes.post(RevocationRoutes.PATH, pipeline.forPrograms(BodyKind.FORM, revocation));
    }

    private static void routePayments(JavalinConfig config, ApiPipeline pipeline, HostApi host) {
        var orders = new OrderRoutes(host.orders(), host.refunds());
        var deliveries = new DeliveryRoutes(host.deliveries());
        config.routes.post(OrderRoutes.PATH, pipeline.forPrograms(BodyKind.JSON, orders::register));
        config.routes.get(OrderRoutes.ONE, pipeline.forPrograms(BodyKind.NONE, orders::show));
        config.routes.post(OrderRoutes.REFUNDS, pipeline.forPrograms(BodyKind.JSON, orders::refund));
        config.routes.get(DeliveryRoutes.PATH, pipeline.forPrograms(BodyKind.NONE, deliveries));
    }

    private static void refuse(JavalinConfig config, ApiPipeline pipeline, Origins origins) {
        config.routes.before(request -> {
            if (!origins.knows(request)) {
                throw new HttpResponseException(HttpProblem.MISDIRECTED.problem().status(), "");
            }
        });
        config.routes.exception(HttpResponseException.class, (refused, request) ->
            pipeline.send(request, refused(refused.getStatus(), request.path()))
        );
        config.routes.exception(Exception.class, (broken, request) -> {
            if (broken instanceof HttpException slow) {
                pipeline.send(request, Reply.of(Problem.of(slow.getCode())));
            } else {
                LOG.error("{} {} broke", request.method(), request.path(), broken);
                pipeline.send(request, Reply.of(ErrorCode.SYSTEM_ERROR));
            }
        });
    }

    private static Reply refused(int status, String path) {
        var reply = Reply.of(Problem.of(status));
        return status == HttpStatus.METHOD_NOT_ALLOWED.getCode()
            ? reply.with("Allow", READ.matcher(path).matches() ? "GET" : "POST")
            : reply;
    }
}
