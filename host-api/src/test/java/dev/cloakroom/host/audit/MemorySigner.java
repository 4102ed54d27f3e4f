package dev.cloakroom.host.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import dev.cloakroom.host.keys.HeadKey;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A new key for each instance. */
public final class MemorySigner implements HeadSigner {

    private final Ed25519Sign signature;
    private final HeadKey key;

    public MemorySigner() {
        try {
            var pair = Ed25519Sign.KeyPair.newKeyPair();
            signature = new Ed25519Sign(pair.getPrivateKey());
            key = new HeadKey(HexFormat.of().formatHex(pair.getPublicKey()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public SignedTreeHead sign(TreeHead head) {
        try {
            var bytes = signature.sign(head.signedBytes(key.id()));
            return new SignedTreeHead(head, key.id(), Base64.getEncoder().encodeToString(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<HeadKey> keys() {
        return List.of(key);
    }
}
