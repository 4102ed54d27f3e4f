package dev.cloakroom.host.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** One AES-256-GCM key for each user, wrapped under a key of the host. Without it the user's values are noise. */
final class DataKeys {

    private final VaultStore store;
    private final KeyRing keys;

    DataKeys(VaultStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Empty for a user without values, and for one who comes back from a backup after an erasure. */
    Optional<DataKey> find(UserId user) {
        return store
            .findKey(user)
            .map(WrappedKey::parse)
            .flatMap(wrapped -> open(user, wrapped));
    }

    DataKey findOrCreate(UserId user) {
        return find(user).orElseGet(() -> create(user));
    }

    /** Of two processes that make a key at once, one's is kept. */
    private DataKey create(UserId user) {
        store.findKey(user).ifPresent(dead -> replaceDead(user, dead));
        var made = newKey(user);
        var kept = WrappedKey.parse(store.findOrInsertKey(user, made.text()));
        if (!kept.keyId().equals(made.keyId())) {
            keys.destroy(made);
        }
        return open(user, kept).orElseThrow(() -> new BrokerException("the user's values were erased meanwhile"));
    }

    /** Only if it is dead indeed: another process may have made a new key since this one looked. */
    private void replaceDead(UserId user, String wrapped) {
        if (open(user, WrappedKey.parse(wrapped)).isEmpty()) {
            store.deleteUser(user, wrapped);
        }
    }

    /**
     * Gives up the user's key and everything that is sealed under it: once this is durable it is destroyed, at the
     * latest when the next process opens the vault.
     */
    void erase(UserId user) {
        store.findKey(user).ifPresent(wrapped -> store.deleteUser(user, wrapped));
        destroyDoomed();
        store.scrub();
    }

    /** Destroys the keys that committed erasures gave up; also those of processes that died before they came to it. */
    void destroyDoomed() {
        for (var wrapped : store.doomedKeys()) {
            keys.destroy(WrappedKey.parse(wrapped));
            store.forgetDoomedKey(wrapped);
        }
    }

    private WrappedKey newKey(UserId user) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var bytes = TinkProtoKeysetFormat.serializeKeyset(
                keyset,
                InsecureSecretKeyAccess.get(),
                AeadConfig2026.get()
            );
            return keys.wrap(bytes, context(user));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot make a data key", e);
        }
    }

    private Optional<DataKey> open(UserId user, WrappedKey wrapped) {
        return keys.unwrap(wrapped, context(user)).map(bytes -> new DataKey(wrapped.keyId(), aead(bytes)));
    }

    private static Aead aead(byte[] keyset) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                keyset,
                InsecureSecretKeyAccess.get(),
                AeadConfig2026.get()
            ).getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot open a data key", e);
        }
    }

    private static byte[] context(UserId user) {
        return ("data-key\0" + user.value()).getBytes(StandardCharsets.UTF_8);
    }
}
