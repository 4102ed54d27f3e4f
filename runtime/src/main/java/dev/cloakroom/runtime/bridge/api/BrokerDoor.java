package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.Broker;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.Pick;
import dev.cloakroom.host.Picks;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.view.PageStack;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How wx APIs ask the broker. Who asks, why, for whom and in what circumstances comes from the host's own records: the
 * arguments of the call have no say. Each refusal has one text, whatever the API.
 */
public final class BrokerDoor {

    private static final int CANCELLED = ErrorCode.UNNUMBERED;

    private final Broker broker;
    private final Picks picks;
    private final RecipientRegistry recipients;
    private final Outcomes outcomes;
    private final Declarations declarations;

    public BrokerDoor(HostApi host, Outcomes outcomes, Observer observer) {
        this.broker = host.broker();
        this.picks = host.picks();
        this.recipients = host.recipients();
        this.outcomes = outcomes;
        this.declarations = new Declarations(observer);
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

    /** Asks, and lets the user pick. Blocks while the user thinks. */
    <T> Pick<T> pick(Caller caller, Wish wish, Supplier<List<T>> picker) {
        var pick = picks.ask(accessRequest(caller, wish), picker);
        outcomes.remember(caller, wish.scope(), pick instanceof Pick.Taken);
        return pick;
    }

    static ApiResult refusal(Disclosure.Refused refused) {
        return refusal(refused.reason());
    }

    static ApiResult refusal(RefusalReason reason) {
        return new ApiResult.Fail(reason.code().errMsg(), reason.code().errno());
    }

    /** A refusal of an API whose programs know a user's no, whatever it came from, as {@code fail cancel}. */
    static ApiResult cancelOr(RefusalReason reason) {
        return reason.code() == ErrorCode.USER_DENIED ? new ApiResult.Fail("fail cancel", CANCELLED) : refusal(reason);
    }

    /** What the broker is asked. */
    AccessRequest accessRequest(Caller caller, Wish wish) {
        var purpose = declarations.purpose(caller, wish);
        var request = new AccessRequest(
            caller.program(),
            caller.user(),
            wish.scope(),
            purpose.orElse(""),
            recipients(caller, wish.scope()),
            context(caller, wish, purpose.isPresent())
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
