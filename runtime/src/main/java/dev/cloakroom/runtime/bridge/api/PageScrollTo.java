package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;

/**
 * Scrolls the page that the program opened last; where nobody paints it there is nothing to see, as with a toast.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html
 */
public final class PageScrollTo implements WxApi {

    private static final int FURTHEST = 10_000_000;
    private static final int LONGEST_MILLIS = 60_000;
    private static final int MILLIS = 300;

    @Override
    public String name() {
        return "pageScrollTo";
    }

    @Override
    public ApiResult call(ApiCall call) {
        var top = Math.clamp(call.args().path("scrollTop").asLong(0), 0, FURTHEST);
        var duration = Math.clamp(call.args().path("duration").asLong(MILLIS), 0, LONGEST_MILLIS);
        var page = call.caller().pages().top();
        var scroll = Json.object().put("page", page).put("top", top).put("duration", duration);
        call.caller().ui().flash("scroll", scroll);
        return ApiResult.ok();
    }
}
