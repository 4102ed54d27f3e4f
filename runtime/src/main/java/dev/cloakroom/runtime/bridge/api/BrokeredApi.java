package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import java.util.Optional;
import java.util.Set;

/** A wx API that stands for one scope: it asks the broker, and gives WeChat's members with tokens in place of values. */
abstract class BrokeredApi implements WxApi {

    /** The APIs that WeChat wants listed in {@code requiredPrivateInfos}. */
    private static final Set<String> PRIVATE_INFOS = Set.of(
        "getFuzzyLocation",
        "getLocation",
        "onLocationChange",
        "startLocationUpdate",
        "chooseLocation",
        "choosePoi",
        "chooseAddress"
    );

    private final String name;
    private final BrokerDoor.Wish wish;
    private final BrokerDoor door;

    BrokeredApi(String name, Scope scope, Set<Derivation> answers, BrokerDoor door) {
        this.name = name;
        this.wish = new BrokerDoor.Wish(name, scope, answers, Binding.NONE);
        this.door = door;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean recorded() {
        return true;
    }

    @Override
    public final ApiResult call(ApiCall call) {
        return unlisted(name, call.caller()).orElseGet(() ->
            door.ask(call.caller(), wish, granted -> new ApiResult.Ok(members(granted)))
        );
    }

    /** What the program gets. */
    abstract ObjectNode members(Disclosure.Granted granted);

    /** WeChat's refusal of an API that {@code app.json} does not list. */
    private static Optional<ApiResult> unlisted(String api, Caller caller) {
        boolean listed = !PRIVATE_INFOS.contains(api) || caller.manifest().privateInfos().contains(api);
        return listed
            ? Optional.empty()
            : Optional.of(
                  new ApiResult.Fail(
                      "fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json",
                      ErrorCode.UNNUMBERED
                  )
              );
    }
}
