package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.regex.Pattern;

/**
 * Shows a number that the program knows, such as its shop's, for the user to call or not. The program hears of a no
 * only; whether a call came about it does not.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/device/phone/wx.makePhoneCall.html
 */
public final class MakePhoneCall implements WxApi {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#() -]{2,24}");

    @Override
    public String name() {
        return "makePhoneCall";
    }

    @Override
    public ApiResult call(ApiCall call) {
        String number = call.text("phoneNumber", "");
        if (!NUMBER.matcher(number).matches()) {
            return fail(ErrorCode.INVALID_PARAMETER);
        }
        var question = Json.object().put("title", "Call this number?").put("content", number).put("showCancel", true);
        boolean calls = call.caller().ui().ask(question.put("confirmText", "Call").put("cancelText", "Cancel"));
        return calls ? ApiResult.ok() : new ApiResult.Fail("fail cancel", ErrorCode.UNNUMBERED);
    }

    private static ApiResult fail(ErrorCode code) {
        return new ApiResult.Fail(code.errMsg(), code.errno());
    }
}
