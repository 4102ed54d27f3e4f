package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Picture;
import dev.cloakroom.runtime.media.TempFiles;

/**
 * Tells size and type of a picture that the user picked in this session. Other pictures are not measured: what a
 * placeholder stands for least of all.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.getImageInfo.html
 */
public final class GetImageInfo implements WxApi {

    @Override
    public String name() {
        return "getImageInfo";
    }

    @Override
    public ApiResult call(ApiCall call) {
        String path = call.text("src", "");
        return path.startsWith(TempFiles.PREFIX) ? measured(call, path) : ApiResult.notSupported();
    }

    private static ApiResult measured(ApiCall call, String path) {
        return call
            .caller()
            .files()
            .find(path)
            .map(picture -> told(path, picture))
            .orElseGet(() -> new ApiResult.Fail("fail file not found", ErrorCode.UNNUMBERED));
    }

    private static ApiResult told(String path, Picture picture) {
        return new ApiResult.Ok(
            Json.object()
                .put("path", path)
                .put("width", picture.width())
                .put("height", picture.height())
                .put("orientation", "up")
                .put("type", picture.format().type())
        );
    }
}
