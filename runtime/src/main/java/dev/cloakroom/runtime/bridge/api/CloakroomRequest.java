package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * {@code wx.cloakroom.request({scope, answers})}: any scope, also those that WeChat has no call for. Gives
 * {@code {code?, answers: {[name]: answer}, aliases: {[name]: alias}}}, with names such as {@code ageOver18}.
 */
public final class CloakroomRequest implements WxApi {

    private static final String NAME = "cloakroomRequest";

    /** A yes to these is one to an order, to one kind of notice, or to a tap on a button: they have calls of their own. */
    private static final Set<Scope> BOUND = Set.of(
        ScopeCatalog.PAYMENT,
        ScopeCatalog.SUBSCRIBE_MESSAGE,
        ScopeCatalog.PHONE_NUMBER
    );

    private final BrokerDoor door;

    public CloakroomRequest(BrokerDoor door) {
        this.door = door;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        return wish(call.args())
            .map(wish -> door.ask(call.caller(), wish, CloakroomRequest::members))
            .orElseGet(() ->
                new ApiResult.Fail(ErrorCode.INVALID_PARAMETER.errMsg(), ErrorCode.INVALID_PARAMETER.errno())
            );
    }

    private static Optional<BrokerDoor.Wish> wish(ObjectNode args) {
        return ScopeCatalog.find(args.path("scope").asText())
            .filter(scope -> !BOUND.contains(scope))
            .flatMap(scope ->
                answers(scope, args).map(answers -> new BrokerDoor.Wish(NAME, scope, answers, Binding.NONE))
            );
    }

    /** Empty when one of them is not of the scope. */
    private static Optional<Set<Derivation>> answers(Scope scope, ObjectNode args) {
        Set<String> wanted = StreamSupport.stream(args.path("answers").spliterator(), false)
            .map(name -> name.asText())
            .collect(Collectors.toSet());
        Set<Derivation> known = scope
            .derivations()
            .stream()
            .filter(derivation -> wanted.contains(Names.of(derivation)))
            .collect(Collectors.toSet());
        return known.size() == wanted.size() ? Optional.of(known) : Optional.empty();
    }

    private static ApiResult members(Disclosure.Granted granted) {
        ObjectNode members = Json.object();
        granted.token().ifPresent(token -> members.put("code", token.value()));
        ObjectNode answers = members.putObject("answers");
        granted.answers().forEach((name, json) -> answers.set(Names.of(name), Json.value(json)));
        ObjectNode aliases = members.putObject("aliases");
        granted.aliases().forEach((kind, alias) -> aliases.put(Names.of(kind), alias));
        return new ApiResult.Ok(members);
    }
}
