package dev.cloakroom.runtime.bridge.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Nickname and picture as placeholders that the host paints on the user's own screen; the rest is what WeChat tells of
 * everybody since 2022. There is no encrypted data, as there is no session key.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/wx.getUserProfile.html
 */
public final class UserInfoApi extends BrokeredApi {

    private final Function<ObjectNode, ObjectNode> shape;

    private UserInfoApi(String name, Function<ObjectNode, ObjectNode> shape, BrokerDoor door) {
        super(name, ScopeCatalog.USER_INFO, Set.of(), door);
        this.shape = shape;
    }

    /** All of them. */
    public static List<WxApi> all(BrokerDoor door) {
        return List.of(
            new UserInfoApi("getUserProfile", UserInfoApi::whole, door),
            new UserInfoApi("getUserInfo", UserInfoApi::whole, door),
            new UserInfoApi("chooseAvatar", info -> info.retain("avatarUrl"), door)
        );
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        return shape.apply(
            Json.object()
                .put("nickName", requireNonNull(granted.aliases().get(AliasKind.NICKNAME)))
                .put("avatarUrl", requireNonNull(granted.aliases().get(AliasKind.AVATAR)))
                .put("gender", 0)
                .put("country", "")
                .put("province", "")
                .put("city", "")
                .put("language", "zh_CN")
        );
    }

    private static ObjectNode whole(ObjectNode info) {
        ObjectNode whole = Json.object().put("rawData", info.toString());
        whole.set("userInfo", info);
        return whole.put("signature", "").put("encryptedData", "").put("iv", "");
    }
}
