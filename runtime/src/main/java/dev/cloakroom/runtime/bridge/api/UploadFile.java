package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Picture;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.Multipart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sends a picture of this session as a form: {@code {statusCode, data, header, size}}, where {@code data} is the answer
 * as text and {@code size} what was sent, in bytes. The file's name tells nothing: it is the part's name and a suffix.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/network/upload/wx.uploadFile.html
 *
 * @param exchanges sends it
 */
public record UploadFile(Exchanges exchanges) implements WxApi {
    private static final int MOST_FIELDS = 200;

    /** What a part may be called: nothing that could begin another header. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\"\\\\]{1,200}");

    @Override
    public String name() {
        return "uploadFile";
    }

    @Override
    public ApiResult call(ApiCall call) {
        Optional<Map<String, String>> fields = fields(call.args().path("formData"));
        String name = call.text("name", "");
        return fields.isEmpty() || !NAME.matcher(name).matches()
            ? new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno())
            : call
                  .caller()
                  .files()
                  .find(call.text("filePath", ""))
                  .map(picture -> send(call.caller(), call.args(), form(fields.get(), name, picture)))
                  .orElseGet(() -> new ApiResult.Fail("fail file not found", ErrorCode.UNNUMBERED));
    }

    private static Optional<Map<String, String>> fields(JsonNode given) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var field : given.properties()) {
            if (fields.size() == MOST_FIELDS || !NAME.matcher(field.getKey()).matches()) {
                return Optional.empty();
            }
            JsonNode value = field.getValue();
            fields.put(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
        }
        return Optional.of(fields);
    }

    private static Multipart form(Map<String, String> fields, String name, Picture picture) {
        String type = picture.format().type();
        return Multipart.of(
            fields,
            new Multipart.FilePart(name, "file." + type, "image/" + type, Body.of(picture.bytes()))
        );
    }

    private ApiResult send(Caller caller, ObjectNode args, Multipart form) {
        var draft = Exchanges.Draft.of("POST", args, form.body()).ofType(form.contentType());
        return exchanges.exchange(caller, draft, answer -> told(answer, form.body().size()));
    }

    private static ApiResult told(HttpAnswer answer, int sent) {
        ObjectNode value = Json.object()
            .put("statusCode", answer.status())
            .put("data", answer.body())
            .put("size", sent);
        return new ApiResult.Ok(value.set("header", Json.tree(answer.headers())));
    }
}
