package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import java.util.Map;
import java.util.Set;

/**
 * Asks ahead of the call that needs it. It fails where that call would fail, for a datum that is not there too, and
 * gives nothing. What the user allows once is used up by it.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/authorize/wx.authorize.html
 */
public final class Authorize implements WxApi {

    private static final String NAME = "authorize";

    /** The scopes of WeChat's {@code authSetting} that this host has, and what their calls tell. */
    private static final Map<Scope, Set<Derivation>> SCOPES = Map.of(
        ScopeCatalog.USER_LOCATION,
        Set.of(Derivation.LOCATION_CELL),
        ScopeCatalog.USER_FUZZY_LOCATION,
        Set.of(Derivation.LOCATION_AREA),
        ScopeCatalog.WERUN,
        Set.of(Derivation.STEPS),
        ScopeCatalog.USER_INFO,
        Set.of(),
        ScopeCatalog.ADDRESS,
        Set.of(Derivation.ADDRESS_REGION),
        ScopeCatalog.INVOICE_TITLE,
        Set.of()
    );

    private final BrokerDoor door;

    public Authorize(BrokerDoor door) {
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
        return ScopeCatalog.find(call.text("scope", ""))
            .filter(SCOPES::containsKey)
            .map(scope -> door.ask(call.caller(), wish(scope), _ -> ApiResult.ok()))
            .orElseGet(() ->
                new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno())
            );
    }

    private static BrokerDoor.Wish wish(Scope scope) {
        return new BrokerDoor.Wish(NAME, scope, SCOPES.getOrDefault(scope, Set.of()), Binding.NONE);
    }
}
