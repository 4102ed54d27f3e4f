package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Asks the user on the program's behalf; the answer is {@code {confirm, cancel}}.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html
 */
public final class ShowModal implements WxApi {

    @Override
    public String name() {
        return "showModal";
    }

    @Override
    public ApiResult call(ApiCall call) {
        ObjectNode content = Json.object()
            .put("title", call.text("title", ""))
            .put("content", call.text("content", ""))
            .put("showCancel", call.args().path("showCancel").asBoolean(true))
            .put("confirmText", call.text("confirmText", "OK"))
            .put("cancelText", call.text("cancelText", "Cancel"));
        boolean confirmed = call.caller().ui().ask(content);
        return new ApiResult.Ok(Json.object().put("confirm", confirmed).put("cancel", !confirmed));
    }
}
