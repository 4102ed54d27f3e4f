package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.request.GuestText;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks for one notice of each template: {@code {[id]: 'accept' | 'reject', codes: {[id]: code}}}, where each code is a
 * token for one notice of that template.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
public final class RequestSubscribeMessage implements WxApi {

    private static final String NAME = "requestSubscribeMessage";
    private static final int MOST_TEMPLATES = 3;
    private static final int MOST_SHOWN = 60;
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final BrokerDoor door;

    public RequestSubscribeMessage(BrokerDoor door) {
        this.door = door;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        List<String> templates = templates(call.args());
        return templates.isEmpty() ? invalid() : ask(call.caller(), templates);
    }

    /** Those that were asked for; none when one of them cannot be a template, or they are too many. */
    private static List<String> templates(ObjectNode args) {
        List<String> ids = new ArrayList<>();
        args.path("tmplIds").forEach(id -> ids.add(id.asText()));
        boolean fit = ids.size() <= MOST_TEMPLATES && ids.stream().allMatch(id -> TEMPLATE.matcher(id).matches());
        return fit ? ids.stream().distinct().toList() : List.of();
    }

    private static ApiResult invalid() {
        return new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno());
    }

    /** A user's no is an answer for its template; any other refusal is one of all. */
    private ApiResult ask(Caller caller, List<String> templates) {
        ObjectNode answers = Json.object();
        ObjectNode codes = Json.object();
        for (var template : templates) {
            switch (door.request(caller, wish(template))) {
                case Disclosure.Granted granted -> {
                    answers.put(template, "accept");
                    codes.put(template, granted.code());
                }
                case Disclosure.Refused refused when refused.reason().code() == ErrorCode.USER_DENIED -> answers.put(
                    template,
                    "reject"
                );
                case Disclosure.Refused refused -> {
                    return BrokerDoor.refusal(refused);
                }
            }
        }
        return new ApiResult.Ok(answers.set("codes", codes));
    }

    private static BrokerDoor.Wish wish(String template) {
        var shown = GuestText.visible(template, MOST_SHOWN);
        var wording = new Wording("One notice of the kind " + shown, "一次“" + shown + "”类通知");
        var binding = new Binding(Map.of("template", template), Optional.of(wording));
        return new BrokerDoor.Wish(NAME, ScopeCatalog.SUBSCRIBE_MESSAGE, Set.of(), binding);
    }
}
