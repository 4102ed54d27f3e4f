package dev.cloakroom.host.keys;

import dev.cloakroom.host.error.BrokerException;

/**
 * A data key, encrypted under a key of the host that can be destroyed.
 *
 * @param keyId names the key that it is encrypted under; without a dot
 * @param sealed the ciphertext, as the key ring writes it
 */
public record WrappedKey(String keyId, String sealed) {
    /** For a column of the store. */
    public String text() {
        return keyId + '.' + sealed;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws BrokerException when it is something else
     */
    public static WrappedKey parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 1) {
            throw new BrokerException("the store holds something else in the place of a wrapped key");
        }
        return new WrappedKey(text.substring(0, dot), text.substring(dot + 1));
    }
}
