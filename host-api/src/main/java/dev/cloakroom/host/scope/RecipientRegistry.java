package dev.cloakroom.host.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The host app's recipients. Nothing that a program's developer controls can be one. */
@FunctionalInterface
public interface RecipientRegistry {
    Optional<Recipient> find(RecipientId id);

    /** Whom a program means that names nobody: programs written for other hosts know no recipients. */
    default Set<RecipientId> defaultsFor(Scope scope) {
        return Set.of();
    }

    /**
     * Reads a registry from a file of the host app: {@snippet lang = json :
     * { "recipients": [{ "id": "courier", "name": "SF Express", "scopes": ["scope.address"],
     *                    "hosts": ["api.courier.example"], "byDefault": true }] }
     * }
     *
     * <p>{@code hosts} and {@code byDefault} may be absent.
     *
     * @throws IllegalArgumentException when {@code json} is something else; it says what and where
     */
    static RecipientRegistry parse(String json) {
        return of(RecipientReader.read(json));
    }

    /**
     * A registry that never changes.
     *
     * @throws IllegalStateException when two recipients have one id
     */
    static RecipientRegistry of(List<Recipient> recipients) {
        Map<RecipientId, Recipient> byId = recipients
            .stream()
            .collect(Collectors.toUnmodifiableMap(Recipient::id, Function.identity()));
        return new RecipientRegistry() {
            @Override
            public Optional<Recipient> find(RecipientId id) {
                return Optional.ofNullable(byId.get(id));
            }

            @Override
            public Set<RecipientId> defaultsFor(Scope scope) {
                return byId
                    .values()
                    .stream()
                    .filter(recipient -> recipient.byDefault() && recipient.scopes().contains(scope))
                    .map(Recipient::id)
                    .collect(Collectors.toUnmodifiableSet());
            }
        };
    }
}
