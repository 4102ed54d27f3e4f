package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Tells the middle of the square that the user is in, WGS 84 whatever {@code type} was asked for, with the square's
 * radius as {@code accuracy}. Height and speed are 0: they would tell more. {@code code} stands for the place itself.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.getLocation.html
 */
public final class LocationApi extends BrokeredApi {

    private static final String PLACE = "您选择的位置";
    private static final int EXACT_PLACE = 2;

    private final Derivation told;
    private final UnaryOperator<ObjectNode> shape;

    private LocationApi(String name, Scope scope, Derivation told, UnaryOperator<ObjectNode> shape, BrokerDoor door) {
        super(name, scope, Set.of(told), door);
        this.told = told;
        this.shape = shape;
    }

    /** All of them: each tells the same of the same place. */
    public static List<WxApi> all(BrokerDoor door) {
        return List.of(
            square("getLocation", LocationApi::measured, door),
            square("startLocationUpdate", LocationApi::measured, door),
            square("chooseLocation", LocationApi::named, door),
            square("choosePoi", place -> named(place).put("type", EXACT_PLACE).put("city", ""), door),
            new LocationApi(
                "getFuzzyLocation",
                ScopeCatalog.USER_FUZZY_LOCATION,
                Derivation.LOCATION_AREA,
                UnaryOperator.identity(),
                door
            )
        );
    }

    private static WxApi square(String name, UnaryOperator<ObjectNode> shape, BrokerDoor door) {
        return new LocationApi(name, ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL, shape, door);
    }

    @Override
    ObjectNode members(Disclosure.Granted granted) {
        ObjectNode place = Told.object(granted, told);
        granted.token().ifPresent(token -> place.put("code", token.value()));
        return shape.apply(place);
    }

    private static ObjectNode measured(ObjectNode place) {
        return place
            .put("horizontalAccuracy", place.path("accuracy").asInt())
            .put("verticalAccuracy", 0)
            .put("altitude", 0)
            .put("speed", 0);
    }

    /** The name is nobody's: that of a place would be the place. A back end can hand {@code address} on as a token. */
    private static ObjectNode named(ObjectNode place) {
        return place.put("name", PLACE).put("address", place.path("code").asText());
    }
}
