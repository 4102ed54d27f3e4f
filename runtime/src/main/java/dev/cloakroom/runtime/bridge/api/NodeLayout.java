package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.Layout;
import java.util.regex.Pattern;

/**
 * Where nodes of a page are on the screen: what {@code wx.createSelectorQuery} asks for in the program's process. The
 * answer is {@code {boxes}}, in the order of the nodes, null for one that is not shown.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html
 */
public final class NodeLayout implements WxApi {

    /** Nodes and styles together, so that an answer, in the longest words, fits into a message of the document. */
    private static final int MOST = 200;

    private static final Pattern STYLE = Pattern.compile("[a-zA-Z-]{1,50}");

    @Override
    public String name() {
        return "nodeLayout";
    }

    @Override
    public ApiResult call(ApiCall call) {
        int page = call.args().path("page").asInt();
        return call.caller().pages().isOpen(page) &&
            call.args().path("nodes") instanceof ArrayNode nodes &&
            areFew(nodes)
            ? measured(call.caller().pages().layout(), page, nodes)
            : failed(ErrorCode.INVALID_PARAMETER);
    }

    private static ApiResult measured(Layout layout, int page, ArrayNode nodes) {
        return layout
            .measure(page, nodes)
            .<ApiResult>map(boxes -> new ApiResult.Ok(Json.object().set("boxes", boxes)))
            .orElseGet(() -> failed(ErrorCode.SYSTEM_ERROR));
    }

    private static boolean areFew(ArrayNode nodes) {
        int all = 0;
        for (JsonNode node : nodes) {
            all += node.size();
            if (all > MOST || !isNode(node)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNode(JsonNode node) {
        if (!node.path(0).isInt()) {
            return false;
        }
        for (int i = 1; i < node.size(); i++) {
            if (!STYLE.matcher(node.path(i).asText()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static ApiResult failed(ErrorCode code) {
        return new ApiResult.Fail(code.errMsg(), code.errno());
    }
}
