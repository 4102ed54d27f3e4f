package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.json.Json;
import java.util.Set;

/**
 * Asks the broker for the user's phone number. Where WeChat gives a code for the number itself, the
 * {@code code} here is a token that the back end can only redeem for an action.
 * See https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html
 */
public final class GetPhoneNumber extends BrokeredApi {

    public GetPhoneNumber(BrokerDoor door) {
        super("getPhoneNumber", ScopeCatalog.PHONE_NUMBER, Set.of(), door);
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        return Json.object().put("code", granted.code());
    }
}
