package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sends an HTTP request to an origin that the manifest declares: {@code {statusCode, data, header}}, where
 * {@code data} is the body as text.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
public final class Request implements WxApi {

    private static final int NOT_IN_DOMAIN_LIST = 600002;
    private static final int FAILED = 600001;
    private static final int PARAMETER_ERROR = 1001;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Pattern HEADER_NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e\\t]{0,4000}");

    /** What would identify the user, the device or the host, or would reframe the message. */
    private static final Set<String> STRIPPED = Set.of(
        "connection",
        "content-length",
        "cookie",
        "expect",
        "forwarded",
        "from",
        "host",
        "origin",
        "referer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "via",
        "x-forwarded-for"
    );

    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);

    private final Egress egress;
    private final Observer observer;

    public Request(Egress egress, Observer observer) {
        this.egress = egress;
        this.observer = observer;
    }

    @Override
    public String name() {
        return "request";
    }

    @Override
    public ApiResult call(ApiCall call) {
        Optional<URI> url = url(call.args()).filter(given -> admitted(call, given));
        if (url.isEmpty()) {
            return refused(call, "fail url not in domain list", NOT_IN_DOMAIN_LIST);
        }
        if (!METHODS.contains(method(call.args()))) {
            return refused(call, "fail parameter error", PARAMETER_ERROR);
        }
        return exchange(call, ask(call.args(), url.get()));
    }

    private static Optional<URI> url(ObjectNode args) {
        try {
            URI url = new URI(args.path("url").asText());
            return Optional.of(url).filter(given -> given.getHost() != null && given.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean admitted(ApiCall call, URI url) {
        return egress.admits(url, call.caller().manifest().requestDomains());
    }

    private ApiResult refused(ApiCall call, String reason, int errno) {
        String url = call.args().path("url").asText();
        var sent = new HttpExchange(method(call.args()), url, Map.of(), body(call.args()), 0);
        observer.request(call.caller().user().value(), sent);
        return new ApiResult.Fail(reason, errno);
    }

    private static String method(ObjectNode args) {
        return args.path("method").asText("GET").toUpperCase(Locale.ROOT);
    }

    private static HttpAsk ask(ObjectNode args, URI url) {
        long timeout = Math.clamp(args.path("timeout").asLong(MAX_TIMEOUT.toMillis()), 1, MAX_TIMEOUT.toMillis());
        return new HttpAsk(method(args), url, headers(args.path("header")), body(args), Duration.ofMillis(timeout));
    }

    private static String body(ObjectNode args) {
        return args.path("data").isTextual() ? args.path("data").textValue() : "";
    }

    private static Map<String, String> headers(JsonNode given) {
        Map<String, String> headers = new TreeMap<>();
        for (var header : given.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue().asText();
            if (
                HEADER_NAME.matcher(name).matches() && HEADER_VALUE.matcher(value).matches() && !STRIPPED.contains(name)
            ) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private ApiResult exchange(ApiCall call, HttpAsk ask) {
        try {
            HttpAnswer answer = egress.send(ask);
            observe(call, ask, answer.status());
            ObjectNode value = Json.object().put("statusCode", answer.status()).put("data", answer.body());
            return new ApiResult.Ok(value.set("header", Json.tree(answer.headers())));
        } catch (EgressFailed e) {
            observe(call, ask, 0);
            return new ApiResult.Fail(e.reason().text(), FAILED);
        }
    }

    private void observe(ApiCall call, HttpAsk ask, int status) {
        var sent = new HttpExchange(ask.method(), ask.url().toString(), ask.headers(), ask.body(), status);
        observer.request(call.caller().user().value(), sent);
    }
}
