package dev.cloakroom.host.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compact JWS (RFC 7515) with claims (RFC 7519), taken apart. Nothing of it is true before {@link #isSignedBy}. */
final class SignedText {

    /** Enough for a proof with a 4096-bit RSA key in it. */
    private static final int MAX_LENGTH = 4096;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final SignedJWT signed;
    private final JWTClaimsSet claims;
    private final SignatureAlgorithm algorithm;

    private SignedText(SignedJWT signed, JWTClaimsSet claims, SignatureAlgorithm algorithm) {
        this.signed = signed;
        this.claims = claims;
        this.algorithm = algorithm;
    }

    /** Empty for anything but a signed text of bounded length under an algorithm that is taken. */
    static Optional<SignedText> parse(String text) {
        if (text.length() > MAX_LENGTH || !COMPACT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return parts(SignedJWT.parse(text));
        } catch (ParseException | RuntimeException e) {
            // what exactly is wrong with a stranger's text is of no interest, and the library has an exception for each
            return Optional.empty();
        }
    }

    private static Optional<SignedText> parts(SignedJWT signed) throws ParseException {
        var claims = signed.getJWTClaimsSet();
        if (claims == null || signed.getHeader().getCriticalParams() != null) {
            return Optional.empty();
        }
        return SignatureAlgorithm.named(signed.getHeader().getAlgorithm()).map(algorithm ->
            new SignedText(signed, claims, algorithm)
        );
    }

    JWSHeader header() {
        return signed.getHeader();
    }

    /** The header's {@code typ} in lower case; empty text without one. */
    String type() {
        JOSEObjectType type = header().getType();
        return type == null ? "" : type.getType().toLowerCase(Locale.ROOT);
    }

    /** Whether this key, which suits the algorithm, made the signature. */
    boolean isSignedBy(JWK key) {
        try {
            return algorithm.suits(key) && signed.verify(algorithm.verifier(key));
        } catch (JOSEException | IllegalStateException e) {
            // a signature that cannot be checked is none
            return false;
        }
    }

    /** A claim that is a text; null when it is absent or something else. */
    @Nullable
    String text(String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    JWTClaimsSet claims() {
        return claims;
    }

    /** The {@code jti}, when it is 8 to 128 visible ASCII characters. */
    Optional<String> id() {
        return Optional.ofNullable(claims.getJWTID()).filter(id -> ID.matcher(id).matches());
    }

    /** A claim that is a date; empty when it is absent. */
    static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
