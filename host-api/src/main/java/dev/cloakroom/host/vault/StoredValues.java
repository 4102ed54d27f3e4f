package dev.cloakroom.host.vault;

import com.google.crypto.tink.Aead;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The host's own store of values, each sealed under its user's key and bound to its user, field and label. */
final class StoredValues {

    private final VaultStore store;
    private final DataKeys dataKeys;

    StoredValues(VaultStore store, KeyRing keys) {
        this.store = store;
        this.dataKeys = new DataKeys(store, keys);
    }

    Optional<PersonalValue> read(UserId user, Field field, String label) {
        return store
            .findValue(user, field, label)
            .flatMap(sealed -> dataKeys.find(user).map(key -> open(key, sealed, context(user, field, label))));
    }

    void put(UserId user, Field field, String label, PersonalValue value) {
        var key = dataKeys.findOrCreate(user);
        store.saveValue(user, field, label, seal(key, value, context(user, field, label)));
    }

    List<String> labels(UserId user, Field field) {
        return store.labels(user, field);
    }

    void erase(UserId user, Field field, String label) {
        store.deleteValue(user, field, label);
    }

    void eraseAll(UserId user) {
        store.deleteUser(user);
    }

    private static String seal(Aead key, PersonalValue value, byte[] context) {
        try {
            var bytes = value.reveal().getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(key.encrypt(bytes, context));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot seal a value", e);
        }
    }

    private static PersonalValue open(Aead key, String sealed, byte[] context) {
        try {
            var bytes = key.decrypt(Base64.getDecoder().decode(sealed), context);
            return PersonalValue.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot open a stored value", e);
        }
    }

    private static byte[] context(UserId user, Field field, String label) {
        return (field.name() + '\0' + user.value() + '\0' + label).getBytes(StandardCharsets.UTF_8);
    }
}
