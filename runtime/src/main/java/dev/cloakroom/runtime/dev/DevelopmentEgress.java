package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reaches nothing but the developer's own back end on this machine, in place of its public origin. */
public final class DevelopmentEgress implements Egress, AutoCloseable {

    private static final int MAX_ANSWER = 4 << 20;

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, URI> routes = new ConcurrentHashMap<>();
    private final Observer observer;

    /** @param observer hears what the back end gets */
    public DevelopmentEgress(Observer observer) {
        this.observer = observer;
    }

    /** From now on, requests to {@code origin}, such as {@code https://api.example.com}, go to {@code backend}. */
    public void route(String origin, URI backend) {
        routes.put(origin, backend);
    }

    @Override
    public HttpAnswer send(HttpAsk ask) throws EgressFailed {
        URI route = routes.get(ask.origin());
        if (route == null) {
            throw new EgressFailed(EgressFailed.Reason.NO_ROUTE);
        }
        try {
            HttpAnswer answer = answer(client.send(request(ask, route), BodyHandlers.ofInputStream()));
            observer.backendRequest(seen(ask, answer.status()));
            return answer;
        } catch (HttpTimeoutException e) {
            throw new EgressFailed(EgressFailed.Reason.TIMEOUT);
        } catch (IOException e) {
            throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static HttpExchange seen(HttpAsk ask, int status) {
        return new HttpExchange(ask.method(), ask.url().toString(), ask.headers(), ask.body(), status);
    }

    // put together as text: resolving would take the path `//other.example/` for a host
    private static URI address(URI url, URI route) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(route.getScheme() + "://" + route.getRawAuthority() + path + query);
    }

    private static HttpRequest request(HttpAsk ask, URI route) {
        var request = HttpRequest.newBuilder(address(ask.url(), route))
            .timeout(ask.timeout())
            .method(
                ask.method(),
                ask.content().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(ask.content().bytes())
            );
        ask.headers().forEach(request::setHeader);
        return request.build();
    }

    private static HttpAnswer answer(HttpResponse<InputStream> response) throws IOException, EgressFailed {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
            if (bytes.length > MAX_ANSWER) {
                throw new EgressFailed(EgressFailed.Reason.TOO_LONG);
            }
            Map<String, String> headers = new TreeMap<>();
            response
                .headers()
                .map()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new HttpAnswer(response.statusCode(), headers, Body.of(bytes));
        }
    }
}
