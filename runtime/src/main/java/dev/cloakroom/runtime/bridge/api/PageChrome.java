package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.SessionUi;
import java.util.List;
import java.util.Optional;

/**
 * The APIs that put something around the page or take it away, and tell nothing.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html
 *
 * @param name the API
 * @param part the part of {@link SessionUi} that it is about
 * @param members the text arguments to show; empty takes the part away
 */
public record PageChrome(String name, String part, List<String> members) implements WxApi {
    private static final String TOAST = "toast";
    private static final int TOAST_MILLIS = 1_500;
    private static final int LONGEST_TOAST_MILLIS = 60_000;

    /** All of them. */
    public static List<WxApi> all() {
        return List.of(
            new PageChrome("showToast", TOAST, List.of("title", "icon")),
            new PageChrome("hideToast", TOAST, List.of()),
            new PageChrome("showLoading", "loading", List.of("title")),
            new PageChrome("hideLoading", "loading", List.of()),
            new PageChrome("setNavigationBarTitle", "title", List.of("title")),
            new PageChrome("setNavigationBarColor", "titleColor", List.of("frontColor", "backgroundColor")),
            new PageChrome("showNavigationBarLoading", "titleLoading", List.of("title")),
            new PageChrome("hideNavigationBarLoading", "titleLoading", List.of()),
            new PageChrome("stopPullDownRefresh", "pullDown", List.of())
        );
    }

    @Override
    public ApiResult call(ApiCall call) {
        content(call).ifPresentOrElse(
            content -> call.caller().ui().show(part, content),
            () -> call.caller().ui().hide(part)
        );
        return ApiResult.ok();
    }

    private Optional<ObjectNode> content(ApiCall call) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode content = Json.object();
        members.forEach(member -> content.put(member, call.text(member, "")));
        if (part.equals(TOAST)) {
            content.put("duration", duration(call)).put("number", call.caller().ui().nextNumber());
        }
        if (part.startsWith("title")) {
            content.put("page", call.caller().pages().top());
        }
        return Optional.of(content);
    }

    private static int duration(ApiCall call) {
        return Math.clamp(call.args().path("duration").asLong(TOAST_MILLIS), 0, LONGEST_TOAST_MILLIS);
    }
}
