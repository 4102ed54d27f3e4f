package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Puts a text of the program on the user's clipboard. It tells nothing of what was there.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
public final class SetClipboardData implements WxApi {

    private static final String PART = "copied";
    private static final int MOST = 20_000;

    @Override
    public String name() {
        return "setClipboardData";
    }

    @Override
    public ApiResult call(ApiCall call) {
        String text = call.args().path("data").textValue();
        if (text == null || text.length() > MOST) {
            return new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno());
        }
        var ui = call.caller().ui();
        ui.flash(PART, Json.object().put("data", text).put("number", ui.nextNumber()));
        return ApiResult.ok();
    }
}
