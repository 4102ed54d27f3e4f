package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Tells which standing grants the program has from this user: {@code {authSetting: {scope: true}}}.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.getSetting.html
 */
public final class GetSetting implements WxApi {

    private final Grants grants;

    public GetSetting(Grants grants) {
        this.grants = grants;
    }

    @Override
    public String name() {
        return "getSetting";
    }

    @Override
    public ApiResult call(ApiCall call) {
        return new ApiResult.Ok(Json.object().set("authSetting", authSetting(call.caller())));
    }

    private ObjectNode authSetting(Caller caller) {
        ObjectNode setting = Json.object();
        grants
            .list(caller.user())
            .stream()
            .filter(grant -> grant.program().equals(caller.program().id()))
            .forEach(grant -> setting.put(grant.scope().name(), true));
        return setting;
    }
}
