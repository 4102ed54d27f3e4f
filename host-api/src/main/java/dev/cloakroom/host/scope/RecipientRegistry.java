package dev.cloakroom.host.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The host app's recipients. Nothing that a program's developer controls can be one. */
@FunctionalInterface
public interface RecipientRegistry {
    Optional<Recipient> find(RecipientId id);

    /**
     * A registry that never changes.
     *
     * @throws IllegalStateException when two recipients have one id
     */
    static RecipientRegistry of(List<Recipient> recipients) {
        Map<RecipientId, Recipient> byId = recipients
            .stream()
            .collect(Collectors.toUnmodifiableMap(Recipient::id, Function.identity()));
        return id -> Optional.ofNullable(byId.get(id));
    }
}
