package dev.cloakroom.runtime.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One API of a host that is broken on purpose.
 *
 * @param host where the vault is, which no API has
 * @param honest what it stands in for
 */
record BrokenApi(HostApi host, WxApi honest, Answer answer) implements WxApi {
    /** How a broken API answers. */
    @FunctionalInterface
    interface Answer {
        ApiResult to(ApiCall call, BrokenApi api);
    }

    /** A host that is honest but for {@code name}. */
    static UnaryOperator<HostOptions> inPlaceOf(String name, Answer answer) {
        return options ->
            options.withApis((host, standard) ->
                standard
                    .stream()
                    .map(api -> api.name().equals(name) ? new BrokenApi(host, api, answer) : api)
                    .toList()
            );
    }

    /** A host that has one API more. */
    static UnaryOperator<HostOptions> besides(WxApi more) {
        return options ->
            options.withApis((_, standard) -> Stream.of(standard, List.of(more)).flatMap(List::stream).toList());
    }

    @Override
    public String name() {
        return honest.name();
    }

    @Override
    public ApiResult call(ApiCall call) {
        return answer.to(call, this);
    }

    /** The caller's number, in the clear. */
    String phone(ApiCall call) {
        return host.vault().ownerView(call.caller().user()).read(Field.PHONE).orElseThrow().reveal();
    }

    /** What the honest API says, for the same caller with other arguments. */
    ApiResult honestly(ApiCall call, ObjectNode args) {
        return honest.call(new ApiCall(call.caller(), args));
    }

    /** A good answer with something changed; what is no good answer stays. */
    static ApiResult changed(ApiResult result, UnaryOperator<ObjectNode> change) {
        return result instanceof ApiResult.Ok(ObjectNode value) ? new ApiResult.Ok(change.apply(value)) : result;
    }
}
