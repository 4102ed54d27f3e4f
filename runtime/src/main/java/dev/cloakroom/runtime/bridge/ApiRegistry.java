package dev.cloakroom.runtime.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed map from a name to an API. What is not in it does not exist for a program. */
public final class ApiRegistry {

    private final Map<String, WxApi> apis;

    public ApiRegistry(List<WxApi> apis) {
        this.apis = apis.stream().collect(Collectors.toUnmodifiableMap(WxApi::name, Function.identity()));
    }

    Optional<WxApi> find(String name) {
        return Optional.ofNullable(apis.get(name));
    }

    /** The names of all APIs that the host answers. */
    public Set<String> names() {
        return apis.keySet();
    }
}
