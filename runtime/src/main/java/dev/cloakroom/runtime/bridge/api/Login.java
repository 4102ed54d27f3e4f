package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.identity.LoginCodes;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Gives the program a code that its back end exchanges once at {@code POST /v1/session}: {@code {code}}.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html
 */
public final class Login implements WxApi {

    private final LoginCodes logins;

    public Login(LoginCodes logins) {
        this.logins = logins;
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        String code = logins.issue(call.caller().program().id(), call.caller().user());
        return new ApiResult.Ok(Json.object().put("code", code));
    }
}
