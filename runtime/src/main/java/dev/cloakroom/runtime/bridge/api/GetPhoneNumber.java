package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.Broker;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.PageStack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the broker for the user's phone number. Where WeChat gives a code for the number itself, the
 * {@code code} here is a token that the back end can only redeem for an action.
 * See https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html
 */
public final class GetPhoneNumber implements WxApi {

    private static final String NAME = "getPhoneNumber";

    private final Broker broker;

    public GetPhoneNumber(Broker broker) {
        this.broker = broker;
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
        return switch (broker.request(request(call.caller()))) {
            case Disclosure.Granted granted -> new ApiResult.Ok(Json.object().put("code", granted.code()));
            case Disclosure.Refused(var reason) -> new ApiResult.Fail(reason.code().errMsg(), reason.code().errno());
        };
    }

    // the visible page and its gestures come from the host; the call's arguments have no say
    private static AccessRequest request(Caller caller) {
        String scope = ScopeCatalog.PHONE_NUMBER.name();
        String reason = caller.manifest().reasons().get(scope);
        int page = caller.pages().visible();
        return new AccessRequest(
            caller.program(),
            caller.user(),
            ScopeCatalog.PHONE_NUMBER,
            reason == null ? "" : reason,
            recipients(caller.manifest().recipients().getOrDefault(scope, List.of())),
            new RequestContext(reason != null, caller.gestures().take(page, NAME), page != PageStack.NONE)
        );
    }

    private static Set<RecipientId> recipients(List<String> ids) {
        return ids.stream().map(RecipientId::new).collect(Collectors.toUnmodifiableSet());
    }
}
