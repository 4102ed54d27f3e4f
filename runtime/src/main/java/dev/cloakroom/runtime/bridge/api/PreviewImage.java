package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.TempFiles;

/**
 * Shows pictures on the whole screen until the user closes them: those that the user picked in this session. An address
 * elsewhere is not loaded, and nothing is shown instead.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.previewImage.html
 */
public final class PreviewImage implements WxApi {

    /** The part of what stands around the page. */
    static final String PART = "preview";

    private static final int MOST = 50;

    @Override
    public String name() {
        return "previewImage";
    }

    @Override
    public ApiResult call(ApiCall call) {
        ArrayNode shown = Json.array();
        for (var url : call.args().path("urls")) {
            if (shown.size() == MOST || !url.asText().startsWith(TempFiles.PREFIX)) {
                return ApiResult.notSupported();
            }
            shown.add(url.asText());
        }
        return shown.isEmpty() ? fail(ErrorCode.INVALID_PARAMETER) : show(call, shown);
    }

    private static ApiResult show(ApiCall call, ArrayNode urls) {
        String current = call.text("current", urls.path(0).asText());
        call.caller()
            .ui()
            .show(
                PART,
                Json.object().put("number", call.caller().ui().nextNumber()).put("current", current).set("urls", urls)
            );
        return ApiResult.ok();
    }

    private static ApiResult fail(ErrorCode code) {
        return new ApiResult.Fail(code.errMsg(), code.errno());
    }
}
