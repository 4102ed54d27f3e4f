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

    private static final int MOST_NODES = 1_000;
    private static final int MOST_STYLES = 50;
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
        if (!nodes.isArray() || nodes.size() > MOST_NODES) {
            return false;
        }
        for (JsonNode node : nodes) {
            if (!isNode(node)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNode(JsonNode node) {
        if (!node.path(0).isInt() || node.size() > MOST_STYLES + 1) {
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
