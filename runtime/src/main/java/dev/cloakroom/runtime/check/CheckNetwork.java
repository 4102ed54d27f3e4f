package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.dev.DevelopmentNetwork;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.net.Replies;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The network of a check: nothing leaves the machine, not even towards the developer's back end. */
final class CheckNetwork implements Egress, DevelopmentNetwork {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Replies given;
    private final Optional<GeneratedReplies> generated;
    private final Map<Endpoint, Exchange> exchanges = new LinkedHashMap<>();

    /** Who answered a request. */
    enum Source {
        GIVEN,
        GENERATED,
        REFUSED,
    }

    /** What was last asked of an endpoint, and what was answered. */
    record Exchange(HttpAsk ask, Optional<HttpAnswer> answer, Source source) {}

    /**
     * @param given answer what they fit
     * @param generated answer the rest; without them it is refused
     */
    CheckNetwork(Replies given, Optional<GeneratedReplies> generated) {
        this.given = given;
        this.generated = generated;
    }

    @Override
    public Egress over(Egress own) {
        return this;
    }

    @Override
    public boolean reachesBackEnd() {
        return false;
    }

    /** What is not declared is answered and told; what no declaration would allow is refused as ever. */
    @Override
    public boolean admits(URI url, Set<String> declared) {
        return url.getScheme().equals("https") || (url.getScheme().equals("http") && LOOPBACK.contains(url.getHost()));
    }

    @Override
    public HttpAnswer send(HttpAsk ask) throws EgressFailed {
        Exchange exchange = exchange(ask);
        keep(exchange);
        return exchange.answer().orElseThrow(() -> new EgressFailed(EgressFailed.Reason.NO_REPLY));
    }

    private Exchange exchange(HttpAsk ask) {
        Optional<HttpAnswer> known = given.find(ask);
        if (known.isPresent()) {
            return new Exchange(ask, known, Source.GIVEN);
        }
        return generated
            .map(replies -> new Exchange(ask, Optional.of(replies.answer(ask)), Source.GENERATED))
            .orElseGet(() -> new Exchange(ask, Optional.empty(), Source.REFUSED));
    }

    private synchronized void keep(Exchange exchange) {
        exchanges.put(Endpoint.of(exchange.ask()), exchange);
    }

    /** Who answers there: nobody where nothing arrived. */
    synchronized Source source(Endpoint endpoint) {
        Exchange last = exchanges.get(endpoint);
        return last == null ? Source.REFUSED : last.source();
    }

    /** The last answer of each endpoint, in the form of {@code docs/replies.schema.json}. */
    synchronized ObjectNode recorded() {
        ObjectNode file = Json.object();
        ArrayNode replies = file.putArray("replies");
        exchanges.forEach((endpoint, last) -> last.answer().ifPresent(answer -> replies.add(reply(endpoint, answer))));
        return file;
    }

    private static ObjectNode reply(Endpoint endpoint, HttpAnswer answer) {
        ObjectNode reply = Json.object()
            .put("method", endpoint.method())
            .put("url", endpoint.url())
            .put("status", answer.status());
        return Json.parseObject(answer.body())
            .<ObjectNode>map(body -> reply.set("json", body))
            .orElseGet(() -> reply.put("text", answer.body()));
    }
}
