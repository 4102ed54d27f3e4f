package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Every HTTP exchange of a program: to origins that its manifest declares and the host app allows, in the session's
 * lane, with the headers that may pass each way, and observed, whatever becomes of it.
 */
public final class Exchanges {

    private static final int NOT_IN_DOMAIN_LIST = 600002;
    private static final int FAILED = 600001;
    private static final int TIMED_OUT = 5;
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);

    private final Network network;
    private final Observer observer;

    public Exchanges(Network network, Observer observer) {
        this.network = network;
        this.observer = observer;
    }

    /** What a program wants to send, not looked at yet. */
    record Draft(String method, String url, Map<String, String> headers, Body body, Duration timeout) {
        /** With URL, headers and timeout from {@code args}, where WeChat's APIs have them all. */
        static Draft of(String method, ObjectNode args, Body body) {
            String url = args.path("url").asText();
            return new Draft(method, url, HeaderRules.sent(args.path("header")), body, timeout(args.path("timeout")));
        }

        /** With the type of the body, whatever the program says it is. */
        Draft ofType(String contentType) {
            Map<String, String> typed = new TreeMap<>(headers);
            typed.put("content-type", contentType);
            return new Draft(method, url, typed, body, timeout);
        }

        private static Duration timeout(JsonNode given) {
            long most = MAX_TIMEOUT.toMillis();
            return Duration.ofMillis(Math.clamp(given.asLong(most), 1, most));
        }
    }

    /**
     * Sends it.
     *
     * @param told what the program gets for an answer
     */
    ApiResult exchange(Caller caller, Draft draft, Function<HttpAnswer, ApiResult> told) {
        Set<String> origins = network.allowed(caller.program().id(), caller.manifest().requestDomains());
        return url(draft)
            .filter(url -> network.egress().admits(url, origins))
            .map(url -> new HttpAsk(draft.method(), url, draft.headers(), draft.body(), draft.timeout(), origins))
            .map(ask -> send(caller, ask, told))
            .orElseGet(() -> refused(caller, draft, "fail url not in domain list", NOT_IN_DOMAIN_LIST));
    }

    /** Sends nothing, and has it observed that the program tried. */
    ApiResult refused(Caller caller, Draft draft, String reason, int errno) {
        var sent = new HttpExchange(draft.method(), draft.url(), Map.of(), draft.body().text(), 0);
        observer.request(caller.user().value(), sent);
        return new ApiResult.Fail(reason, errno);
    }

    private static Optional<URI> url(Draft draft) {
        try {
            URI url = new URI(draft.url());
            return Optional.of(url).filter(given -> given.getHost() != null && given.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private ApiResult send(Caller caller, HttpAsk ask, Function<HttpAnswer, ApiResult> told) {
        try {
            HttpAnswer answer = caller.lane().send(network.egress(), ask);
            observe(caller, ask, answer.status());
            return told.apply(new HttpAnswer(answer.status(), HeaderRules.told(answer.headers()), answer.content()));
        } catch (EgressFailed e) {
            observe(caller, ask, 0);
            return new ApiResult.Fail(e.reason().text(), errno(e.reason()));
        }
    }

    private static int errno(EgressFailed.Reason reason) {
        return switch (reason) {
            case TIMEOUT -> TIMED_OUT;
            case REDIRECTED -> NOT_IN_DOMAIN_LIST;
            default -> FAILED;
        };
    }

    private void observe(Caller caller, HttpAsk ask, int status) {
        var sent = new HttpExchange(ask.method(), ask.url().toString(), ask.headers(), ask.body(), status);
        observer.request(caller.user().value(), sent);
    }
}
