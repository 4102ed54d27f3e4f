package dev.cloakroom.host.vault;

import com.google.crypto.tink.Aead;
import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * A user's key. What it seals names it, so that what is left from before an erasure is known for what it is.
 *
 * @param id of the key of the host that it is wrapped under
 */
record DataKey(String id, Aead aead) {
    /** Text for a column of the store. */
    String seal(PersonalValue value, byte[] context) {
        try {
            var sealed = aead.encrypt(value.reveal().getBytes(StandardCharsets.UTF_8), context);
            return id + '.' + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot seal a value", e);
        }
    }

    /**
     * Empty for what an earlier key of the user sealed, which nobody can open any more.
     *
     * @throws BrokerException when this key did not seal it, or for another context
     */
    Optional<PersonalValue> open(String sealed, byte[] context) {
        return sealed.startsWith(id + '.')
            ? Optional.of(decrypt(sealed.substring(id.length() + 1), context))
            : Optional.empty();
    }

    private PersonalValue decrypt(String sealed, byte[] context) {
        try {
            var bytes = aead.decrypt(Base64.getDecoder().decode(sealed), context);
            return PersonalValue.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot open a stored value", e);
        }
    }
}
