package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.PictureReader;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.HttpAnswer;

/**
 * Loads a picture into the session: {@code {tempFilePath, statusCode, header, size}}. It is the host's own encoding of
 * its pixels, so that no browser decodes what a stranger made. Other files are not kept, since nothing here could open
 * them; nor is anything kept of an answer that is no success.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/network/download/wx.downloadFile.html
 *
 * @param exchanges loads it
 */
public record DownloadFile(Exchanges exchanges) implements WxApi {
    @Override
    public String name() {
        return "downloadFile";
    }

    @Override
    public ApiResult call(ApiCall call) {
        // a path that the program names would be one of a file system, which there is none of
        return call.args().path("filePath").asText("").isEmpty()
            ? exchanges.exchange(call.caller(), Exchanges.Draft.of("GET", call.args(), Body.EMPTY), answer ->
                  told(call.caller(), answer)
              )
            : ApiResult.notSupported();
    }

    private static ApiResult told(Caller caller, HttpAnswer answer) {
        ObjectNode value = Json.object().put("statusCode", answer.status()).put("size", answer.content().size());
        value.set("header", Json.tree(answer.headers()));
        return answer.status() / 100 == 2 ? kept(caller, answer, value) : new ApiResult.Ok(value);
    }

    private static ApiResult kept(Caller caller, HttpAnswer answer, ObjectNode value) {
        return PictureReader.read(answer.content().bytes())
            .<ApiResult>map(picture -> new ApiResult.Ok(value.put("tempFilePath", caller.files().add(picture))))
            .orElseGet(ApiResult::notSupported);
    }
}
