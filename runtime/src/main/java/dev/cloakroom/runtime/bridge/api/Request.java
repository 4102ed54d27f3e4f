package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.HttpAnswer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sends an HTTP request to an origin that the manifest declares: {@code {statusCode, data, header}}, where
 * {@code data} is the body as text, or with {@code responseType: 'arraybuffer'} its bytes in base64. What is sent is
 * {@code data}, a text, or {@code bytes}, in base64.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 *
 * @param exchanges sends it
 */
public record Request(Exchanges exchanges) implements WxApi {
    private static final int PARAMETER_ERROR = 1001;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    @Override
    public String name() {
        return "request";
    }

    @Override
    public ApiResult call(ApiCall call) {
        ObjectNode args = call.args();
        String method = args.path("method").asText("GET").toUpperCase(Locale.ROOT);
        Optional<Body> body = body(args);
        var draft = Exchanges.Draft.of(method, args, body.orElse(Body.EMPTY));
        if (body.isEmpty() || !METHODS.contains(method)) {
            return exchanges.refused(call.caller(), draft, "fail parameter error", PARAMETER_ERROR);
        }
        boolean asBytes = args.path("responseType").asText().equals("arraybuffer");
        return exchanges.exchange(call.caller(), draft, answer -> told(answer, asBytes));
    }

    private static Optional<Body> body(ObjectNode args) {
        if (args.path("data").isTextual()) {
            return Optional.of(Body.of(args.path("data").textValue()));
        }
        try {
            return Optional.of(Body.of(Base64.getDecoder().decode(args.path("bytes").asText(""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ApiResult told(HttpAnswer answer, boolean asBytes) {
        ObjectNode value = Json.object()
            .put("statusCode", answer.status())
            .put("data", data(answer.content(), asBytes));
        return new ApiResult.Ok(value.set("header", Json.tree(answer.headers())));
    }

    private static String data(Body content, boolean asBytes) {
        return asBytes ? Base64.getEncoder().encodeToString(content.bytes()) : content.text();
    }
}
