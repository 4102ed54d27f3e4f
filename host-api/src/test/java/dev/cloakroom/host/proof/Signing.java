package dev.cloakroom.host.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes keys and signed texts as a back end does, and wrong ones. */
public final class Signing {

    private Signing() {}

    public static JWK key(JWSAlgorithm algorithm) {
        try {
            return switch (algorithm.getName()) {
                case "ES256" -> new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
                case "EdDSA" -> new OctetKeyPairGenerator(Curve.Ed25519).keyID("ed").generate();
                case "PS256" -> new RSAKeyGenerator(2048).keyID("rsa").generate();
                default -> throw new IllegalArgumentException(algorithm.getName());
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed text; the header has {@code key}'s public part when {@code type} is a DPoP proof's. */
    public static String sign(
        JWK key,
        JWSAlgorithm algorithm,
        @Nullable String type,
        JWTClaimsSet claims,
        UnaryOperator<JWSHeader.Builder> header
    ) {
        var builder = new JWSHeader.Builder(algorithm);
        if (type != null) {
            builder.type(new JOSEObjectType(type));
        }
        var signed = new SignedJWT(header.apply(builder).build(), claims);
        try {
            signed.sign(signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey curve -> new ECDSASigner(curve);
            case OctetKeyPair pair -> new Ed25519Signer(pair);
            case RSAKey rsa -> new RSASSASigner(rsa);
            default -> throw new IllegalArgumentException(key.getKeyType().getValue());
        };
    }
}
