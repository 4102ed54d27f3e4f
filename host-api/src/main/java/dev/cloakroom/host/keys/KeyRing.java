package dev.cloakroom.host.keys;

/** What the host does with its own keys. A key management service can stand behind it. */
public interface KeyRing {
    /** HMAC-SHA256 of a secret as unpadded base64url: what is stored in its place. */
    String digest(SecretKind kind, String secret);

    /** Encrypts a user's data key; {@code context} must be given again to {@link #unwrap}. */
    byte[] wrap(byte[] dataKey, byte[] context);

    /**
     * Decrypts a user's data key.
     *
     * @throws dev.cloakroom.host.error.BrokerException when the key was not wrapped here or for another context
     */
    byte[] unwrap(byte[] wrapped, byte[] context);

    /** Signs the heads of the ledger. */
    HeadSigner headSigner();

    /** Remembers the newest head beside the keys. */
    HeadWitness headWitness();
}
