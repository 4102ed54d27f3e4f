package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Tells what {@link AuthSetting} says: {@code {authSetting: {scope: true}}}.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.getSetting.html
 */
public final class GetSetting implements WxApi {

    private final AuthSetting setting;

    public GetSetting(AuthSetting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "getSetting";
    }

    @Override
    public ApiResult call(ApiCall call) {
        return new ApiResult.Ok(Json.object().set("authSetting", setting.of(call.caller())));
    }
}
