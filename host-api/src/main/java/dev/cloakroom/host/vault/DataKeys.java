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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** One AES-256-GCM key for each user, wrapped by the host's key. Without it the user's values are noise. */
final class DataKeys {

    private final VaultStore store;
    private final KeyRing keys;

    DataKeys(VaultStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<Aead> find(UserId user) {
        return store.findKey(user).map(wrapped -> open(user, wrapped));
    }

    Aead findOrCreate(UserId user) {
        return find(user).orElseGet(() -> open(user, store.findOrInsertKey(user, newKey(user))));
    }

    private String newKey(UserId user) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var bytes = TinkProtoKeysetFormat.serializeKeyset(
                keyset,
                InsecureSecretKeyAccess.get(),
                AeadConfig2026.get()
            );
            return Base64.getEncoder().encodeToString(keys.wrap(bytes, context(user)));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot make a data key", e);
        }
    }

    private Aead open(UserId user, String wrapped) {
        try {
            var bytes = keys.unwrap(Base64.getDecoder().decode(wrapped), context(user));
            var keyset = TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
            return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot open a data key", e);
        }
    }

    private static byte[] context(UserId user) {
        return ("data-key\0" + user.value()).getBytes(StandardCharsets.UTF_8);
    }
}
