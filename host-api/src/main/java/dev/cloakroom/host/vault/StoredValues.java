package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The host's own store of values, each sealed under its user's key and bound to its user and field. */
final class StoredValues implements PersonalDataSource {

    private final VaultStore store;
    private final DataKeys dataKeys;

    /** Completes the erasures that a crash cut short. */
    StoredValues(VaultStore store, KeyRing keys) {
        this.store = store;
        this.dataKeys = new DataKeys(store, keys);
        dataKeys.destroyDoomed();
    }

    @Override
    public Optional<PersonalValue> read(UserId user, Field field) {
        return store
            .findValue(user, field)
            .flatMap(sealed -> dataKeys.find(user).flatMap(key -> key.open(sealed, context(user, field))));
    }

    void put(UserId user, Field field, PersonalValue value) {
        store.saveValue(user, field, dataKeys.findOrCreate(user).seal(value, context(user, field)));
    }

    void erase(UserId user, Field field) {
        store.deleteValue(user, field);
    }

    void eraseAll(UserId user) {
        dataKeys.erase(user);
    }

    private static byte[] context(UserId user, Field field) {
        return (field.name() + '\0' + user.value()).getBytes(StandardCharsets.UTF_8);
    }
}
