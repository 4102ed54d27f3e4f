package dev.cloakroom.host.keys;

import java.util.Optional;

/**
 * What the host does with its own keys. A key management service can stand behind it. None of the keys may be kept
 * where the store, its logs or its backups are kept: what is erased from the store is unreadable because they are not.
 */
public interface KeyRing {
    /** HMAC-SHA256 of a secret as unpadded base64url: what is stored in its place. */
    String digest(SecretKind kind, String secret);

    /**
     * Encrypts a user's data key under a new key of its own, which is durable when this returns; {@code context} must
     * be given again to {@link #unwrap}.
     */
    WrappedKey wrap(byte[] dataKey, byte[] context);

    /**
     * Decrypts a user's data key; empty once its key was destroyed.
     *
     * @throws dev.cloakroom.host.error.BrokerException when the key was not wrapped here or for another context
     */
    Optional<byte[]> unwrap(WrappedKey wrapped, byte[] context);

    /**
     * Destroys the key that this was wrapped under: when this returns, nobody can unwrap it again from any copy, now or
     * after a restart. To destroy it once more does nothing.
     */
    void destroy(WrappedKey wrapped);

    /** Signs the heads of the ledger. */
    HeadSigner headSigner();

    /** Remembers the newest head beside the keys. */
    HeadWitness headWitness();
}
