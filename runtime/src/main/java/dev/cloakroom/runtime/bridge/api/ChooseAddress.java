package dev.cloakroom.runtime.bridge.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.json.Json;
import java.util.Set;

/**
 * WeChat's members: region and post code as they are, aliases for name and number. {@code detailInfo} is the token, as
 * {@code code} is, so that a program that sends the address to its back end sends what the back end can redeem.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/address/wx.chooseAddress.html
 */
public final class ChooseAddress extends BrokeredApi {

    public ChooseAddress(BrokerDoor door) {
        super("chooseAddress", ScopeCatalog.ADDRESS, Set.of(Derivation.ADDRESS_REGION), door);
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        var members = Json.object()
            .put("userName", requireNonNull(granted.aliases().get(AliasKind.NAME)))
            .put("telNumber", requireNonNull(granted.aliases().get(AliasKind.PHONE)))
            .put("streetName", "")
            .put("detailInfo", granted.code())
            .put("detailInfoNew", granted.code())
            .put("code", granted.code());
        return members.setAll(Told.object(granted, Derivation.ADDRESS_REGION));
    }
}
