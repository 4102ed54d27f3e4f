package dev.cloakroom.host.proof;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;

/** The public keys that a program signs with: a JWK set (RFC 7517) of keys that {@link SignatureAlgorithm} takes. */
public final class PublicKeys {

    private static final int MAX_KEYS = 10;
    private static final int MAX_LENGTH = 32 << 10;

    private final JWKSet keys;

    private PublicKeys(JWKSet keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException when it has no key, more than 10, a private one, or one of a kind that is not
     *     taken; the message tells the fix and quotes nothing
     */
    public static PublicKeys parse(String json) {
        require(json.length() <= MAX_LENGTH, "a key set must have at most " + MAX_LENGTH + " characters");
        var set = read(json);
        check(set.getKeys());
        return new PublicKeys(set);
    }

    /** The library has an exception of its own for each thing that is no key set, {@code null} for one. */
    private static JWKSet read(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("a key set must be a JWK set (RFC 7517)", e);
        }
    }

    private static void check(List<JWK> keys) {
        require(!keys.isEmpty() && keys.size() <= MAX_KEYS, "a key set must have 1 to " + MAX_KEYS + " keys");
        require(keys.stream().noneMatch(JWK::isPrivate), "a key set must have public keys only: remove `d`");
        require(
            keys.stream().allMatch(key -> SignatureAlgorithm.of(key).isPresent()),
            "a key must be EC on P-256, OKP on Ed25519, or RSA of 2048 to 4096 bits"
        );
        require(
            keys.stream().allMatch(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse())),
            "a key must be for signatures: remove `use` or set it to `sig`"
        );
        require(
            keys.stream().map(PublicKeys::name).distinct().count() == keys.size(),
            "every key needs a `kid` of its own"
        );
    }

    private static String name(JWK key) {
        return key.getKeyID() == null ? "" : key.getKeyID();
    }

    private static void require(boolean good, String fix) {
        if (!good) {
            throw new IllegalArgumentException(fix);
        }
    }

    /** The set as JSON, without anything private. */
    public String toJson() {
        return keys.toString(true);
    }

    /** Whether one of the keys signed it: the one that the header's {@code kid} names, or any if it names none. */
    boolean signed(SignedText text) {
        var named = text.header().getKeyID();
        return keys
            .getKeys()
            .stream()
            .filter(key -> named == null || named.equals(key.getKeyID()))
            .anyMatch(text::isSignedBy);
    }

    @Override
    public String toString() {
        return "PublicKeys[" + keys.size() + "]";
    }
}
