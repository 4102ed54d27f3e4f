package dev.cloakroom.host.request;

import dev.cloakroom.host.scope.Wording;
import java.util.Map;
import java.util.Optional;

/**
 * What a request is for beyond its purpose: one order, one kind of notice.
 *
 * @param parameters a token can be redeemed with these parameters only, such as {@code order} and its id
 * @param shown what the user is told of them, in words of the host
 */
public record Binding(Map<String, String> parameters, Optional<Wording> shown) {
    public static final Binding NONE = new Binding(Map.of(), Optional.empty());

    public Binding {
        parameters = Map.copyOf(parameters);
    }
}
