package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The host's own store of values, each sealed under its user's key and bound to its user, field and label. */
final class StoredValues {

    private final VaultStore store;
    private final DataKeys dataKeys;

    /** Completes the erasures that a crash cut short. */
    StoredValues(VaultStore store, KeyRing keys) {
        this.store = store;
        this.dataKeys = new DataKeys(store, keys);
        dataKeys.destroyDoomed();
    }

    Optional<PersonalValue> read(UserId user, Field field, String label) {
        return store
            .findValue(user, field, label)
            .flatMap(sealed -> dataKeys.find(user).flatMap(key -> key.open(sealed, context(user, field, label))));
    }

    void put(UserId user, Field field, String label, PersonalValue value) {
        var sealed = dataKeys.findOrCreate(user).seal(value, context(user, field, label));
        store.saveValue(user, field, label, sealed);
    }

    List<String> labels(UserId user, Field field) {
        return store.labels(user, field);
    }

    void erase(UserId user, Field field, String label) {
        store.deleteValue(user, field, label);
        store.scrub();
    }

    void eraseAll(UserId user) {
        dataKeys.erase(user);
    }

    private static byte[] context(UserId user, Field field, String label) {
        return (field.name() + '\0' + user.value() + '\0' + label).getBytes(StandardCharsets.UTF_8);
    }
}
