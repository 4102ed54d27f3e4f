package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.SessionUi;

/**
 * Opens the host's own settings of the program, after a tap, and tells what {@code getSetting} tells once the user has
 * closed them.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.openSetting.html
 */
public final class OpenSetting implements WxApi {

    private final AuthSetting setting;

    public OpenSetting(AuthSetting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "openSetting";
    }

    @Override
    public ApiResult call(ApiCall call) {
        var caller = call.caller();
        if (!caller.gestures().take(caller.pages().visible(), Gestures.TAP)) {
            return new ApiResult.Fail(ErrorCode.GESTURE_REQUIRED.errMsg(), ErrorCode.GESTURE_REQUIRED.errno());
        }
        caller.ui().open(SessionUi.Sheet.SETTINGS);
        return new ApiResult.Ok(Json.object().set("authSetting", setting.of(caller)));
    }
}
