package dev.cloakroom.host.merkle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a tree was at some time.
 *
 * @param size the number of entries
 * @param root over all of them
 */
public record TreeHead(long size, Hash root, Instant at) {
    private static final String ORIGIN = "cloakroom.dev/ledger/v1";

    /**
     * The bytes that a key signs: the body of a C2SP checkpoint (c2sp.org/tlog-checkpoint), with the time and the key as
     * extension lines. The first line keeps the signature from meaning anything elsewhere.
     *
     * @param keyId of the key that signs
     */
    public byte[] signedBytes(String keyId) {
        var lines = ORIGIN + "\n" + size + "\n" + root.base64() + "\nat " + at + "\nkey " + keyId + "\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
