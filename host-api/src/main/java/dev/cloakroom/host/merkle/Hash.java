package dev.cloakroom.host.merkle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cloakroom.host.error.BrokerException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node of a tree, in lower-case hexadecimal. Leaves and inner nodes are hashed with different prefixes (RFC 9162,
 * section 2.1.1), so that no entry can pass for a subtree.
 */
public record Hash(@JsonValue String hex) {
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** The root of the tree without entries: SHA-256 of nothing. */
    public static final Hash EMPTY = new Hash(HEX.formatHex(sha256().digest()));

    /** @throws IllegalArgumentException when it is not 64 digits */
    @JsonCreator
    public Hash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a hash is 64 digits from 0 to f");
        }
    }

    /** The hash with these digits, empty when they are not ones. */
    public static Optional<Hash> parse(String digits) {
        return SHAPE.matcher(digits).matches() ? Optional.of(new Hash(digits)) : Optional.empty();
    }

    /** The hash of an entry. */
    public static Hash leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    /** The hash over two subtrees. */
    public static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes(), right.bytes());
    }

    /** The 32 bytes in standard base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public String toString() {
        return hex;
    }

    private byte[] bytes() {
        return HEX.parseHex(hex);
    }

    private static Hash of(byte prefix, byte[]... parts) {
        var digest = sha256();
        digest.update(prefix);
        for (var part : parts) {
            digest.update(part);
        }
        return new Hash(HEX.formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new BrokerException("this JVM has no SHA-256", e);
        }
    }
}
