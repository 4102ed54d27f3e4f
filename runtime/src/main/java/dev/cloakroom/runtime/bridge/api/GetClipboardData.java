package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.Pick;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.Picker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the program the text that the user pastes for it, after a tap. The clipboard itself is never read: what lies
 * there and is not pasted stays there.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.getClipboardData.html
 */
public final class GetClipboardData implements WxApi {

    private static final BrokerDoor.Wish WISH = new BrokerDoor.Wish(
        Gestures.TAP,
        ScopeCatalog.CLIPBOARD,
        Set.of(),
        Binding.NONE
    );

    private final BrokerDoor door;

    public GetClipboardData(BrokerDoor door) {
        this.door = door;
    }

    @Override
    public String name() {
        return "getClipboardData";
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        return switch (door.pick(call.caller(), WISH, () -> paste(call.caller()))) {
            case Pick.Taken<String>(var texts) -> new ApiResult.Ok(Json.object().put("data", texts.getFirst()));
            case Pick.Refused<String>(var reason) -> BrokerDoor.refusal(reason);
        };
    }

    private static List<String> paste(Caller caller) {
        return caller
            .ui()
            .picker()
            .pick(Picker.What.TEXT, 1, bytes -> Optional.of(new String(bytes, StandardCharsets.UTF_8)));
    }
}
