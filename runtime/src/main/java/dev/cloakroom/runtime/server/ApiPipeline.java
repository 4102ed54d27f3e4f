package dev.cloakroom.runtime.server;

import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.regex.Pattern;

/**
 * What every request passes, in this order: may its address try, who calls, may that program call so often, is the
 * content of the right kind; then its route; and the one place through which everything goes out, observed.
 */
final class ApiPipeline {

    private static final Pattern PLAIN = Pattern.compile("[/A-Za-z0-9_-]{1,200}");

    private final ProgramAuthentication authentication;
    private final ApiRates rates;
    private final Observer observer;

    ApiPipeline(ProgramAuthentication authentication, ApiRates rates, Observer observer) {
        this.authentication = authentication;
        this.rates = rates;
        this.observer = observer;
    }

    /** A URL for programs. */
    <B> Handler forPrograms(BodyKind<B> kind, Call.Route<B> route) {
        return request ->
            send(request, rates.admits(request.ip()) ? authenticated(request, kind, route) : Reply.tooMany());
    }

    /** The URL at which programs become known. */
    Handler forStrangers(TokenRoutes tokens) {
        return request -> send(request, rates.admits(request.ip()) ? token(request, tokens) : Reply.tooMany());
    }

    private <B> Reply authenticated(Context request, BodyKind<B> kind, Call.Route<B> route) {
        return switch (authentication.of(request, path(request))) {
            case ProgramAuthentication.Outcome.Known(var program) -> known(request, program, kind, route);
            case ProgramAuthentication.Outcome.Refused(var reply) -> failed(request, reply);
        };
    }

    /** A path with anything but plain characters in it is none of ours, and no proof can be for it. */
    private static String path(Context request) {
        String path = request.req().getRequestURI();
        return PLAIN.matcher(path).matches() ? path : "/v1/none";
    }

    private <B> Reply known(Context request, AuthenticatedProgram program, BodyKind<B> kind, Call.Route<B> route) {
        return rates.allows(program.id()) ? content(request, program, kind, route) : Reply.tooMany();
    }

    private <B> Reply content(Context request, AuthenticatedProgram program, BodyKind<B> kind, Call.Route<B> route) {
        return switch (kind.read(request)) {
            case BodyKind.Outcome.Content<B>(var body) -> route.answer(new Call(program, request), body);
            case BodyKind.Outcome.Refused<B>(var reply) -> reply;
        };
    }

    private Reply token(Context request, TokenRoutes tokens) {
        Reply reply = switch (BodyKind.FORM.read(request)) {
            case BodyKind.Outcome.Content<Form>(var form) -> tokens.answer(request, form);
            case BodyKind.Outcome.Refused<Form>(var refused) -> TokenRoutes.malformed(refused);
        };
        return reply.status() == 200 ? reply : failed(request, reply);
    }

    private Reply failed(Context request, Reply reply) {
        rates.failed(request.ip());
        return reply;
    }

    /** Sends an answer, to a route's request or to one that never got to a route. */
    void send(Context request, Reply reply) {
        var text = reply.body().toString();
        var headers = new HashMap<>(reply.headers());
        headers.put("content-type", reply.mediaType());
        headers.put("cache-control", "no-store");
        observer.backendAnswer(
            new HttpExchange(request.method().name(), request.path(), headers, text, reply.status())
        );
        headers.forEach(request::header);
        request.status(reply.status()).result(text);
    }
}
