package dev.cloakroom.host.merkle;

/**
 * A tree head that somebody vouches for: who keeps one can tell later whether the tree still begins with it.
 *
 * @param keyId of the key that signed; the id is a digest of the key
 * @param signature Ed25519 over {@link TreeHead#signedBytes}, in standard base64
 */
public record SignedTreeHead(TreeHead head, String keyId, String signature) {
    public long size() {
        return head.size();
    }

    public Hash root() {
        return head.root();
    }

    /** What its signature must cover. */
    public byte[] signedBytes() {
        return head.signedBytes(keyId);
    }
}
