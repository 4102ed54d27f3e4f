package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.regex.Pattern;

/**
 * Where nodes of a page are on the screen: what {@code wx.createSelectorQuery} asks for in the program's process. The
 * answer is {@code {boxes}}, in the order of the nodes, null for one that is not shown.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html
 */
public final class NodeLayout implements WxApi {

    /** Nodes and styles together: the answer fits a message of the page's. */
    private static final int MOST_ENTRIES = 300;
    private static final Pattern STYLE = Pattern.compile("[a-zA-Z-]{1,50}");

    @Override
    public String name() {
        return "nodeLayout";
    }

    @Override
    public ApiResult call(ApiCall call) {
        JsonNode nodes = call.args().path("nodes");
        if (!isQuestion(nodes)) {
            return failed(ErrorCode.INVALID_PARAMETER);
        }
        return call
            .caller()
            .pages()
            .layout()
            .measure(call.args().path("page").asInt(), (ArrayNode) nodes)
            .<ApiResult>map(boxes -> new ApiResult.Ok(Json.object().set("boxes", boxes)))
            .orElseGet(() -> failed(ErrorCode.SYSTEM_ERROR));
    }

    private static boolean isQuestion(JsonNode nodes) {
        int entries = 0;
        for (JsonNode node : nodes) {
            entries += node.size();
            if (!isNode(node)) {
                return false;
            }
        }
        return nodes.isArray() && entries <= MOST_ENTRIES;
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
