package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Pick;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Picture;
import dev.cloakroom.runtime.media.PictureReader;
import dev.cloakroom.runtime.view.Picker;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/**
 * Lets the user pick pictures, and gives the program a path for each: a handle of this session. The pictures are the
 * host's own encoding of their pixels. Videos there are none.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html
 *
 * @param shape puts what WeChat tells of pictures into the result
 */
public record ChoosePictures(String name, BrokerDoor door, BiConsumer<ObjectNode, List<Kept>> shape) implements WxApi {
    private static final int MOST = 9;
    private static final String IMAGE = "image";

    /** A picture and its path. */
    record Kept(String path, Picture picture) {}

    /** {@code chooseMedia}, and {@code chooseImage} as it was before. */
    public static List<WxApi> all(BrokerDoor door) {
        return List.of(
            new ChoosePictures("chooseMedia", door, ChoosePictures::asMedia),
            new ChoosePictures("chooseImage", door, ChoosePictures::asImages)
        );
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        return wantsImages(call.args().path("mediaType"))
            ? choose(call.caller(), Math.clamp(call.args().path("count").asInt(MOST), 1, MOST))
            : ApiResult.notSupported();
    }

    private static boolean wantsImages(JsonNode types) {
        return (
            !types.isArray() ||
            StreamSupport.stream(types.spliterator(), false).anyMatch(
                type -> type.asText().equals(IMAGE) || type.asText().equals("mix")
            )
        );
    }

    private ApiResult choose(Caller caller, int most) {
        var wish = new BrokerDoor.Wish(name, ScopeCatalog.PHOTO, Set.of(), Binding.NONE);
        var pick = door.pick(caller, wish, () ->
            caller.ui().picker().pick(Picker.What.PICTURES, most, PictureReader::read)
        );
        return switch (pick) {
            case Pick.Taken<Picture>(var pictures) -> new ApiResult.Ok(members(caller, pictures));
            case Pick.Refused<Picture>(var reason) -> BrokerDoor.cancelOr(reason);
        };
    }

    private ObjectNode members(Caller caller, List<Picture> pictures) {
        ObjectNode members = Json.object();
        var kept = pictures.stream().map(picture -> new Kept(caller.files().add(picture), picture));
        shape.accept(members, kept.toList());
        return members;
    }

    private static void asMedia(ObjectNode members, List<Kept> kept) {
        ArrayNode files = members.put("type", IMAGE).putArray("tempFiles");
        for (Kept file : kept) {
            files
                .addObject()
                .put("tempFilePath", file.path())
                .put("fileType", IMAGE)
                .put("size", file.picture().size())
                .put("width", file.picture().width())
                .put("height", file.picture().height());
        }
    }

    private static void asImages(ObjectNode members, List<Kept> kept) {
        ArrayNode paths = members.putArray("tempFilePaths");
        ArrayNode files = members.putArray("tempFiles");
        for (Kept file : kept) {
            paths.add(file.path());
            files.addObject().put("path", file.path()).put("size", file.picture().size());
        }
    }
}
