package dev.cloakroom.host.vault;

import com.google.crypto.tink.Aead;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** The host's own store of values, each sealed under its user's key and bound to its user and field. */
final class StoredValues implements PersonalDataSource {

    private final VaultStore store;
    private final DataKeys dataKeys;

    StoredValues(VaultStore store, KeyRing keys) {
        this.store = store;
        this.dataKeys = new DataKeys(store, keys);
    }

    @Override
    public Optional<PersonalValue> read(UserId user, Field field) {
        return store
            .findValue(user, field)
            .flatMap(sealed -> dataKeys.find(user).map(key -> open(key, user, field, sealed)));
    }

    void put(UserId user, Field field, PersonalValue value) {
        store.saveValue(user, field, seal(dataKeys.findOrCreate(user), user, field, value));
    }

    void erase(UserId user, Field field) {
        store.deleteValue(user, field);
    }

    void eraseAll(UserId user) {
        store.deleteUser(user);
    }

    private static String seal(Aead key, UserId user, Field field, PersonalValue value) {
        try {
            var bytes = value.reveal().getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(key.encrypt(bytes, context(user, field)));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot seal a value", e);
        }
    }

    private static PersonalValue open(Aead key, UserId user, Field field, String sealed) {
        try {
            var bytes = key.decrypt(Base64.getDecoder().decode(sealed), context(user, field));
            return PersonalValue.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot open a stored value", e);
        }
    }

    private static byte[] context(UserId user, Field field) {
        return (field.name() + '\0' + user.value()).getBytes(StandardCharsets.UTF_8);
    }
}
