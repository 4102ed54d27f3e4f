package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import java.util.Optional;

/** Where personal values come from: a host app can serve them from its own store. */
@FunctionalInterface
public interface PersonalDataSource {
    /** The value now; empty when there is none. It is brought to the field's own form by the caller. */
    Optional<PersonalValue> read(UserId user, Field field);

    /** This source first, and the other one for what this one does not have. */
    default PersonalDataSource or(PersonalDataSource other) {
        return (user, field) -> read(user, field).or(() -> other.read(user, field));
    }
}
