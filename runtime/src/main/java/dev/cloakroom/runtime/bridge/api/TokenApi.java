package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Gives WeChat's members where none of them may be told: the token stands in the one that a program sends to its back
 * end, the others are empty. {@code code} is the token too.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/open-api/invoice/wx.chooseInvoiceTitle.html and beside it
 * {@code wx.chooseContact}, {@code wx.chooseLicensePlate}
 */
public final class TokenApi extends BrokeredApi {

    private final BiConsumer<ObjectNode, String> shape;

    private TokenApi(String name, Scope scope, BiConsumer<ObjectNode, String> shape, BrokerDoor door) {
        super(name, scope, Set.of(), door);
        this.shape = shape;
    }

    /** All of them. */
    public static List<WxApi> all(BrokerDoor door) {
        return List.of(
            new TokenApi("chooseInvoiceTitle", ScopeCatalog.INVOICE_TITLE, TokenApi::invoice, door),
            new TokenApi("chooseContact", ScopeCatalog.CONTACT, TokenApi::contact, door),
            new TokenApi("chooseLicensePlate", ScopeCatalog.LICENSE_PLATE, TokenApi::plate, door)
        );
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        ObjectNode members = Json.object().put("code", granted.code());
        shape.accept(members, granted.code());
        return members;
    }

    /** Whether it is a company's is the user's to tell: everybody's is a person's. */
    private static void invoice(ObjectNode members, String code) {
        members.put("type", "1").put("title", code).put("taxNumber", "").put("companyAddress", "");
        members.put("telephone", "").put("bankName", "").put("bankAccount", "");
    }

    private static void contact(ObjectNode members, String code) {
        members.put("displayName", "联系人").put("phoneNumber", code).put("phoneNumberList", code);
    }

    private static void plate(ObjectNode members, String code) {
        members.put("plateNumber", code);
    }
}
