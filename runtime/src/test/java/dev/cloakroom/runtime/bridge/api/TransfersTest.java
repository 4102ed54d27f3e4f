package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Photograph;
import dev.cloakroom.runtime.media.PictureReader;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.sandbox.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest {

    private final FakeNetwork network = new FakeNetwork();
    private final Caller caller = caller();
    private final WxApi upload = new UploadFile(network.exchanges(AllowedOrigins.DECLARED));
    private final WxApi download = new DownloadFile(network.exchanges(AllowedOrigins.DECLARED));

    @Test
    void upload_sendsTheFieldsAndThePictureAsAForm() {
        var result = upload("https://api.example/up", pick(caller), "photo", "{\"order\": 7, \"note\": \"ä\"}");

        assertThat(network.asked).hasSize(1);
        var ask = network.asked.getFirst();
        assertThat(ask.method()).isEqualTo("POST");
        assertThat(ask.headers().get("content-type")).startsWith("multipart/form-data; ").contains("boundary=");
        assertThat(ask.body())
            .contains("name=\"order\"", "\r\n\r\n7\r\n", "name=\"note\"", "\r\n\r\nä\r\n")
            .contains("name=\"photo\"; filename=\"file.jpeg\"", "Content-Type: image/jpeg");
        assertThat(((ApiResult.Ok) result).value()).isEqualTo(
            json(
                "{\"statusCode\": 404, \"data\": \"no such page\", \"size\": " +
                    ask.content().size() +
                    ", \"header\": {\"x-a\": \"b\"}}"
            )
        );
    }

    @Test
    void upload_sendsNothingOfTheFileButItsPixels() {
        upload("https://api.example/up", pick(caller), "photo", "{}");

        assertThat(new String(network.asked.getFirst().content().bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(
            "taken at home"
        );
    }

    @Test
    void upload_ofAnotherSessionsFileOrOfNone_isRefused() {
        for (String path : new String[] { pick(caller()) + "x", "/etc/passwd", "file:///etc/passwd", "", "app.json" }) {
            assertThat(upload("https://api.example/up", path, "photo", "{}"))
                .as(path)
                .isEqualTo(new ApiResult.Fail("fail file not found", -1));
        }
        assertThat(network.asked).isEmpty();
    }

    @Test
    void upload_toAnOriginThatIsNotDeclared_isRefused() {
        assertThat(upload("https://evil.example/up", pick(caller), "photo", "{}")).isEqualTo(
            new ApiResult.Fail("fail url not in domain list", 600002)
        );
        assertThat(network.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a\r\nContent-Type: text/html", "a\"; filename=\"b", "a\\" })
    void nameThatWouldBeginAnotherHeader_isRefused(String name) {
        assertThat(upload("https://api.example/up", pick(caller), name, "{}")).isInstanceOf(ApiResult.Fail.class);
        String field = Json.object().put(name, "x").toString();
        assertThat(upload("https://api.example/up", pick(caller), "photo", field)).isInstanceOf(ApiResult.Fail.class);
        assertThat(network.asked).isEmpty();
    }

    @Test
    void download_keepsTheHostsOwnEncodingOfAPicture() {
        var value = ((ApiResult.Ok) download("https://api.example/picture")).value();

        String path = value.path("tempFilePath").asText();
        assertThat(path).startsWith("wxfile://tmp_");
        var kept = caller.files().find(path).orElseThrow();
        assertThat(kept.width()).isEqualTo(48);
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("made by a stranger");
        assertThat(new GetImageInfo().call(new ApiCall(caller, Json.object().put("src", path)))).isInstanceOf(
            ApiResult.Ok.class
        );
    }

    @Test
    void download_ofWhatIsNoPicture_neverPretendsToSucceed() {
        assertThat(download("https://api.example/cookie")).isEqualTo(ApiResult.notSupported());
    }

    @Test
    void download_ofAnErrorPage_keepsNothing() {
        var value = ((ApiResult.Ok) download("https://api.example/none")).value();

        assertThat(value.path("statusCode").asInt()).isEqualTo(404);
        assertThat(value.has("tempFilePath")).isFalse();
    }

    @Test
    void download_toAPathOfAFileSystem_isNotSupported() {
        var args = json("{\"url\": \"https://api.example/picture\", \"filePath\": \"wxfile://usr/a.png\"}");

        assertThat(download.call(new ApiCall(caller, args))).isEqualTo(ApiResult.notSupported());
        assertThat(network.asked).isEmpty();
    }

    @Test
    void timeout_isToldAsWeChatDoes() {
        assertThat(download("https://api.example/late")).isEqualTo(new ApiResult.Fail("fail timeout", 5));
    }

    private static String pick(Caller session) {
        var picture = PictureReader.read(Photograph.jpeg(48, 32, 1, "taken at home"));
        return session.files().add(picture.orElseThrow());
    }

    private static Caller caller() {
        return Programs.caller(Limits.DEFAULT, new SettableClock());
    }

    private ApiResult upload(String url, String path, String name, String fields) {
        var args = Json.object().put("url", url).put("filePath", path).put("name", name);
        return upload.call(new ApiCall(caller, args.set("formData", json(fields))));
    }

    private ApiResult download(String url) {
        return download.call(new ApiCall(caller, Json.object().put("url", url)));
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
