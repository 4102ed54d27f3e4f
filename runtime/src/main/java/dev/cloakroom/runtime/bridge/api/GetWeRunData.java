package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.json.Json;
import java.util.Set;

/**
 * Steps of the last days in whole thousands: {@code {stepInfoList: [{timestamp, step}]}}, which WeChat encrypts for the
 * back end; here there is no session key to encrypt it with.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html
 */
public final class GetWeRunData extends BrokeredApi {

    public GetWeRunData(BrokerDoor door) {
        super("getWeRunData", ScopeCatalog.WERUN, Set.of(Derivation.STEPS), door);
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        ObjectNode members = Json.object().put("encryptedData", "").put("iv", "");
        return members.set("stepInfoList", Told.answer(granted, Derivation.STEPS));
    }
}
