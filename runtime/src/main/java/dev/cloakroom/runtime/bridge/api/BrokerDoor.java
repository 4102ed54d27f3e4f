package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.Broker;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.view.PageStack;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How wx APIs ask the broker. Who asks, why, for whom and in what circumstances comes from the host's own records: the
 * arguments of the call have no say. Each refusal has one text, whatever the API.
 */
public final class BrokerDoor {

    private final Broker broker;
    private final RecipientRegistry recipients;
    private final Outcomes outcomes;

    public BrokerDoor(Broker broker, RecipientRegistry recipients, Outcomes outcomes) {
        this.broker = broker;
        this.recipients = recipients;
        this.outcomes = outcomes;
    }

    /**
     * What an API wants.
     *
     * @param api whose gesture counts: the name that a button's {@code open-type} has
     * @param answers coarse answers of the scope
     */
    record Wish(String api, Scope scope, Set<Derivation> answers, Binding binding) {}

    /** Asks, and gives the program what {@code shape} makes of a yes. */
    ApiResult ask(Caller caller, Wish wish, Function<Disclosure.Granted, ApiResult> shape) {
        return switch (request(caller, wish)) {
            case Disclosure.Granted granted -> shape.apply(granted);
            case Disclosure.Refused refused -> refusal(refused);
        };
    }

    /** Asks. Blocks while the user thinks. */
    Disclosure request(Caller caller, Wish wish) {
        var disclosure = broker.request(accessRequest(caller, wish));
        outcomes.remember(caller, wish.scope(), disclosure instanceof Disclosure.Granted);
        return disclosure;
    }

    static ApiResult refusal(Disclosure.Refused refused) {
        return new ApiResult.Fail(refused.reason().code().errMsg(), refused.reason().code().errno());
    }

    /** What the broker is asked. */
    AccessRequest accessRequest(Caller caller, Wish wish) {
        var reason = caller.manifest().reasons().get(wish.scope().name());
        var request = new AccessRequest(
            caller.program(),
            caller.user(),
            wish.scope(),
            reason == null ? "" : reason,
            recipients(caller, wish.scope()),
            context(caller, wish, reason != null)
        );
        return request.answering(wish.answers()).boundTo(wish.binding());
    }

    // the visible page and its gestures are the host's
    private static RequestContext context(Caller caller, Wish wish, boolean declared) {
        int page = caller.pages().visible();
        boolean gesture = caller.gestures().take(page, wish.api());
        return new RequestContext(declared, gesture, page != PageStack.NONE, caller.session());
    }

    private Set<RecipientId> recipients(Caller caller, Scope scope) {
        List<String> named = caller.manifest().recipients().getOrDefault(scope.name(), List.of());
        return named.isEmpty()
            ? recipients.defaultsFor(scope)
            : named.stream().map(RecipientId::new).collect(Collectors.toUnmodifiableSet());
    }
}
