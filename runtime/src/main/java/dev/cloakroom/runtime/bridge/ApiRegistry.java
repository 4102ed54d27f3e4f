package dev.cloakroom.runtime.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed map from a name to an API. What is not in it does not exist for a program. */
public final class ApiRegistry {

    private final Map<String, WxApi> apis;
    private final Consumer<Caller> sessionOver;

    public ApiRegistry(List<WxApi> apis) {
        this(apis, _ -> {});
    }

    /** @param sessionOver is told of each session that is over: what was allowed for it ends */
    public ApiRegistry(List<WxApi> apis, Consumer<Caller> sessionOver) {
        this.sessionOver = sessionOver;
        this.apis = apis.stream().collect(Collectors.toUnmodifiableMap(WxApi::name, Function.identity()));
    }

    Optional<WxApi> find(String name) {
        return Optional.ofNullable(apis.get(name));
    }

    /** The session is over; to be called once. */
    public void sessionOver(Caller caller) {
        sessionOver.accept(caller);
    }

    /** The names of all APIs that the host answers. */
    public Set<String> names() {
        return apis.keySet();
    }
}
