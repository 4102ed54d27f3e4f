package dev.cloakroom.host.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signatures that are taken, each with the one kind of key that it goes with: a key cannot be used under another
 * algorithm than its own. There is no symmetric one and no {@code none}.
 */
enum SignatureAlgorithm {
    ES256("ES256") {
        @Override
        boolean suits(JWK key) {
            return key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new ECDSAVerifier(key.toECKey());
        }
    },
    EDDSA("EdDSA") {
        @Override
        boolean suits(JWK key) {
            return key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new Ed25519Verifier(key.toOctetKeyPair());
        }
    },
    PS256("PS256") {
        @Override
        boolean suits(JWK key) {
            return key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS && rsa.size() <= MAX_RSA_BITS;
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new RSASSAVerifier(key.toRSAKey());
        }
    };

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;

    private final String jose;

    SignatureAlgorithm(String jose) {
        this.jose = jose;
    }

    /** Whether the key is of this algorithm's kind and strength. */
    abstract boolean suits(JWK key);

    abstract JWSVerifier verifier(JWK key) throws JOSEException;

    static Optional<SignatureAlgorithm> named(JWSAlgorithm name) {
        return Arrays.stream(values())
            .filter(algorithm -> algorithm.jose.equals(name.getName()))
            .findFirst();
    }

    /** The one for keys of that kind; empty when none takes it. */
    static Optional<SignatureAlgorithm> of(JWK key) {
        return Arrays.stream(values())
            .filter(algorithm -> algorithm.suits(key))
            .findFirst();
    }

    /** Their names (RFC 7518, RFC 8037), as metadata and challenges list them. */
    static String allNames() {
        return Arrays.stream(values())
            .map(algorithm -> algorithm.jose)
            .collect(Collectors.joining(" "));
    }
}
