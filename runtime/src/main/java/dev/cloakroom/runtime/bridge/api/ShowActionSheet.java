package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.OptionalInt;

/**
 * Lets the user choose one of up to six words of the program; the answer is {@code {tapIndex}}, from 0, and
 * {@code fail cancel} when the user wants none.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showActionSheet.html
 */
public final class ShowActionSheet implements WxApi {

    private static final int MOST_ITEMS = 6;
    private static final int LONGEST_ITEM = 100;
    private static final String CANCEL = "fail cancel";

    @Override
    public String name() {
        return "showActionSheet";
    }

    @Override
    public ApiResult call(ApiCall call) {
        JsonNode items = call.args().path("itemList");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST_ITEMS) {
            return new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno());
        }
        ObjectNode content = Json.object().put("title", call.text("alertText", ""));
        content.set("items", words(items));
        OptionalInt choice = call.caller().ui().choose(content);
        return choice.isPresent()
            ? new ApiResult.Ok(Json.object().put("tapIndex", choice.getAsInt()))
            : new ApiResult.Fail(CANCEL, ErrorCode.UNNUMBERED);
    }

    private static ArrayNode words(JsonNode items) {
        ArrayNode words = Json.array();
        items.forEach(item -> words.add(shortened(item.asText())));
        return words;
    }

    private static String shortened(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_ITEM));
    }
}
