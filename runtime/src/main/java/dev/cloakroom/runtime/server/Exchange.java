package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of a developer's back end and its answer: who calls, the JSON that came, and the one place
 * through which everything goes out, observed.
 */
final class Exchange {

    /** What a route does once it is known who calls. */
    @FunctionalInterface
    interface Route {
        void handle(Exchange exchange, AuthenticatedProgram program, ObjectNode body);
    }

    private final Context request;
    private final Observer observer;

    private Exchange(Context request, Observer observer) {
        this.request = request;
        this.observer = observer;
    }

    static void handle(Context request, ProgramAuthentication authentication, Observer observer, Route route) {
        var exchange = new Exchange(request, observer);
        authentication.of(request).ifPresentOrElse(program -> exchange.route(route, program), exchange::refuseStranger);
    }

    /** Answers a request that never gets to a route. */
    static void refuse(Context request, Observer observer, Problem problem) {
        new Exchange(request, observer).send(problem.status(), Problem.MEDIA_TYPE, problem.toJson());
    }

    private void route(Route route, AuthenticatedProgram program) {
        Json.parseObject(request.body()).ifPresentOrElse(
            body -> route.handle(this, program, body),
            () -> refuse(ErrorCode.INVALID_PARAMETER)
        );
    }

    private void refuseStranger() {
        request.header("WWW-Authenticate", "Basic realm=\"cloakroom\"");
        refuse(ErrorCode.INVALID_CREDENTIALS);
    }

    /** A request header, or null. */
    @Nullable
    String header(String name) {
        return request.header(name);
    }

    void answer(ObjectNode body) {
        send(200, "application/json", body);
    }

    void refuse(ErrorCode code) {
        refuse(request, observer, Problem.of(code));
    }

    private void send(int status, String type, ObjectNode body) {
        String text = body.toString();
        String path = request.path();
        observer.backendAnswer(
            new HttpExchange(request.method().name(), path, Map.of("content-type", type), text, status)
        );
        request.header("Cache-Control", "no-store").status(status).contentType(type).result(text);
    }
}
