package dev.cloakroom.host.keys;

import com.google.crypto.tink.subtle.Ed25519Verify;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public half of a key that signs tree heads.
 *
 * @param hex the 32 bytes of an Ed25519 key (RFC 8032) in lower-case hexadecimal
 */
public record HeadKey(String hex) {
    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 10.1). */
    private static final String SPKI = "302a300506032b6570032100";

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PEM = Pattern.compile(
        "-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s+-----END PUBLIC KEY-----"
    );

    public HeadKey {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("an Ed25519 key is 64 digits from 0 to f");
        }
    }

    /** SHA-256 of the SubjectPublicKeyInfo in hexadecimal: whoever has the key can tell that the id is its own. */
    public String id() {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(info()));
        } catch (NoSuchAlgorithmException e) {
            throw new BrokerException("this JVM has no SHA-256", e);
        }
    }

    /** Whether this key signed the head. */
    public boolean signed(SignedTreeHead head) {
        try {
            new Ed25519Verify(HEX.parseHex(hex)).verify(
                Base64.getDecoder().decode(head.signature()),
                head.signedBytes()
            );
            return head.keyId().equals(id());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // that is what no looks like: a wrong signature, or none at all
            return false;
        }
    }

    /** As {@code openssl} reads it, with a line feed at the end. */
    public String pem() {
        var body = Base64.getEncoder().encodeToString(info());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** The keys in a PEM file, those of Ed25519 only. */
    public static List<HeadKey> parse(String pem) {
        return PEM.matcher(pem)
            .results()
            .flatMap(block -> ofInfo(block.group(1)).stream())
            .toList();
    }

    private static Optional<HeadKey> ofInfo(String base64) {
        try {
            var info = HEX.formatHex(Base64.getMimeDecoder().decode(base64));
            return info.startsWith(SPKI) ? Optional.of(new HeadKey(info.substring(SPKI.length()))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] info() {
        return HEX.parseHex(SPKI + hex);
    }
}
