package dev.cloakroom.runtime.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before it is a request: the same problems as everywhere, in place of its own page. */
final class BareProblems implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var problem = Problem.of(response.getStatus());
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, problem.toJson().toString(), callback);
        return true;
    }
}
