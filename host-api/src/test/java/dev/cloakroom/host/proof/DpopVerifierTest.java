package dev.cloakroom.host.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DpopVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final DpopVerifier VERIFIER = new DpopVerifier(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final URI REDEEM = URI.create("https://host.example/v1/redeem");
    private static final HttpTarget TARGET = new HttpTarget("POST", Set.of(REDEEM));
    private static final String TOKEN = "an-access-token";
    private static final String ATH = "YiHPD2T9DaX5B837XJXto32BKkT6ZcpVAT6si9f5KiY";
    private static final JWK KEY = Signing.key(JWSAlgorithm.ES256);

    static Stream<JWSAlgorithm> algorithms() {
        return Stream.of(JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.PS256);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void proof_ofEachAlgorithmIsGood(JWSAlgorithm algorithm) throws Exception {
        var key = Signing.key(algorithm);
        var good = good(proof(key, algorithm, _ -> {}), Optional.of(TOKEN));
        assertThat(good.thumbprint()).isEqualTo(key.computeThumbprint().toString());
        assertThat(good.id()).isEqualTo("0123456789");
        assertThat(good.validUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    /** Another implementation's proofs. */
    @Test
    void proof_ofTheNimbusSdkIsGood() throws Exception {
        var now = new DpopVerifier(Clock.systemUTC());
        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256)) {
            var factory = new DefaultDPoPProofFactory(Signing.key(algorithm), algorithm);
            var proof = factory.createDPoPJWT("POST", REDEEM, new DPoPAccessToken(TOKEN)).serialize();
            assertThat(now.verify(proof, TARGET, Optional.of(TOKEN))).isInstanceOf(DpopVerifier.Outcome.Good.class);
        }
    }

    @Test
    void proof_needsNoTokenHashWhereThereIsNoTokenYet() {
        good(proof(claims -> claims.claim("ath", null)), Optional.empty());
    }

    @Test
    void proof_forAnotherTokenOrForNoneIsRefused() {
        assertThat(ATH).as("the test's own hash").isEqualTo(ath(TOKEN));
        refused(proof(claims -> claims.claim("ath", null)), ProofFault.TOKEN);
        refused(proof(claims -> claims.claim("ath", ath("another"))), ProofFault.TOKEN);
        refused(proof(claims -> claims.claim("ath", TOKEN)), ProofFault.TOKEN);
        refused(proof(claims -> claims.claim("ath", 7)), ProofFault.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "https://host.example/v1/revoke",
            "https://host.example/v1/redeem/",
            "https://host.example/v1/../v1/redeem",
            "https://host.example/V1/REDEEM",
            "http://host.example/v1/redeem",
            "https://host.example:8443/v1/redeem",
            "https://evil.example/v1/redeem",
            "https://host.example.evil.example/v1/redeem",
            "//host.example/v1/redeem",
            "/v1/redeem",
            "",
            " ",
            "https://host.example/v1/re deem",
            "mailto:redeem",
        }
    )
    void proof_forAnotherAddressIsRefused(String address) {
        refused(proof(claims -> claims.claim("htu", address)), ProofFault.TARGET);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "https://host.example/v1/redeem",
            "HTTPS://HOST.example/v1/redeem",
            "https://host.example:443/v1/redeem",
            "https://host.example/v1/redeem?a=b",
            "https://host.example/v1/redeem#c",
        }
    )
    void proof_forTheSameAddressOtherwiseWrittenIsGood(String address) {
        good(proof(claims -> claims.claim("htu", address)), Optional.of(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "post", "", "POST " })
    void proof_forAnotherMethodIsRefused(String method) {
        refused(proof(claims -> claims.claim("htm", method)), ProofFault.TARGET);
    }

    @Test
    void proof_withoutATargetIsRefused() {
        refused(proof(claims -> claims.claim("htm", null)), ProofFault.TARGET);
        refused(proof(claims -> claims.claim("htu", null)), ProofFault.TARGET);
        refused(proof(claims -> claims.claim("htu", "https://host.example/" + "a".repeat(2_000))), ProofFault.TARGET);
    }

    @Test
    void proof_fromAnotherTimeIsRefused() {
        for (var off : List.of(61, -61, 86_400, -86_400, Integer.MAX_VALUE)) {
            refused(proof(claims -> claims.issueTime(Date.from(NOW.plusSeconds(off)))), ProofFault.TIME);
        }
        for (var off : List.of(60, -60, 0)) {
            good(proof(claims -> claims.issueTime(Date.from(NOW.plusSeconds(off)))), Optional.of(TOKEN));
        }
        refused(proof(claims -> claims.issueTime(null)), ProofFault.TIME);
        refused(proof(claims -> claims.claim("iat", Long.MAX_VALUE)), ProofFault.TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "with space", "new\nlinenew", "ümläute-too" })
    void proof_withAnOddIdIsRefused(String id) {
        refused(proof(claims -> claims.jwtID(id)), ProofFault.ID);
    }

    @Test
    void proof_withoutIdOrWithALongOneIsRefused() {
        refused(proof(claims -> claims.jwtID(null)), ProofFault.ID);
        refused(proof(claims -> claims.jwtID("a".repeat(129))), ProofFault.ID);
        good(proof(claims -> claims.jwtID("a".repeat(128))), Optional.of(TOKEN));
    }

    @Test
    void proof_signedWithAnotherKeyThanItShowsIsRefused() {
        var other = Signing.key(JWSAlgorithm.ES256);
        refused(sign(KEY, JWSAlgorithm.ES256, header -> header.jwk(other.toPublicJWK())), ProofFault.SIGNATURE);
    }

    @Test
    void proof_whoseTextWasChangedIsRefused() {
        var parts = proof(_ -> {}).split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = payload.replace("0123456789", "9876543210");
        assertThat(changed).isNotEqualTo(payload);
        refused(parts[0] + "." + base64(changed) + "." + parts[2], ProofFault.SIGNATURE);
    }

    @Test
    void proof_withoutAKeyOrWithAPrivateOneIsRefused() {
        refused(sign(KEY, JWSAlgorithm.ES256, header -> header), ProofFault.KEY);
        var header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + KEY.toJSONString() + "}";
        var parts = proof(_ -> {}).split("\\.", -1);
        assertThat(outcome(base64(header) + "." + parts[1] + "." + parts[2])).isInstanceOf(
            DpopVerifier.Outcome.Faulty.class
        );
    }

    @Test
    void proof_withAKeyOfAnotherKindThanItsAlgorithmIsRefused() throws Exception {
        var rsa = Signing.key(JWSAlgorithm.PS256);
        refused(sign(KEY, JWSAlgorithm.ES256, header -> header.jwk(rsa.toPublicJWK())), ProofFault.SIGNATURE);
        var wide = new ECKeyGenerator(Curve.P_384).generate();
        refused(sign(KEY, JWSAlgorithm.ES256, header -> header.jwk(wide.toPublicJWK())), ProofFault.KEY);
    }

    @Test
    void proof_withAShortRsaKeyIsRefused() throws Exception {
        var small = new RSAKeyGenerator(1024, true).generate();
        var jwt = new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.PS256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(small.toPublicJWK())
                .build(),
            claims(_ -> {})
        );
        jwt.sign(new RSASSASigner(small.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
        refused(jwt.serialize(), ProofFault.KEY);
    }

    /** The key in the header as an HMAC secret: a verifier that goes by the header's algorithm takes it. */
    @Test
    void proof_withASymmetricSignatureIsRefused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(KEY.toPublicJWK());
        var jwt = new SignedJWT(header.build(), claims(_ -> {}));
        jwt.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refused(jwt.serialize(), ProofFault.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "none", "HS256", "HS512", "RS256", "ES256K", "ES384", "PS512", "Ed448", "", "es256" })
    void proof_ofAnotherAlgorithmIsRefused(String algorithm) {
        var header =
            "{\"typ\":\"dpop+jwt\",\"alg\":\"" + algorithm + "\",\"jwk\":" + KEY.toPublicJWK().toJSONString() + "}";
        var parts = proof(_ -> {}).split("\\.", -1);
        refused(base64(header) + "." + parts[1] + "." + parts[2], ProofFault.MALFORMED);
        refused(base64(header) + "." + parts[1] + ".", ProofFault.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "JWT", "at+jwt", "client-authentication+jwt", "dpop" })
    void proof_ofAnotherTypeIsRefused(String type) {
        var text = Signing.sign(KEY, JWSAlgorithm.ES256, type, claims(_ -> {}), header ->
            header.jwk(KEY.toPublicJWK())
        );
        refused(text, ProofFault.MALFORMED);
    }

    @Test
    void proof_withCriticalHeadersIsRefused() {
        refused(
            sign(KEY, JWSAlgorithm.ES256, header ->
                header.jwk(KEY.toPublicJWK()).criticalParams(Set.of("exp")).customParam("exp", 1)
            ),
            ProofFault.MALFORMED
        );
    }

    @ParameterizedTest
    @ValueSource(
        strings = { "", ".", "..", "a.b.c", "e30.e30.e30", "null.null.null", "W10.W10.W10", "a b.c.d", "%.%.%" }
    )
    void text_thatIsNoProofIsRefused(String text) {
        refused(text, ProofFault.MALFORMED);
    }

    @Test
    void proof_thatIsTooLongIsRefused() {
        refused(proof(claims -> claims.claim("more", "x".repeat(4_096))), ProofFault.MALFORMED);
    }

    private static String proof(Consumer<JWTClaimsSet.Builder> change) {
        return proof(KEY, JWSAlgorithm.ES256, change);
    }

    private static String proof(JWK key, JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        return Signing.sign(key, algorithm, "dpop+jwt", claims(change), header -> header.jwk(key.toPublicJWK()));
    }

    private static String sign(JWK key, JWSAlgorithm algorithm, UnaryOperator<JWSHeader.Builder> header) {
        return Signing.sign(key, algorithm, "dpop+jwt", claims(_ -> {}), header);
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var builder = new JWTClaimsSet.Builder()
            .jwtID("0123456789")
            .claim("htm", "POST")
            .claim("htu", REDEEM.toString())
            .claim("ath", ATH)
            .issueTime(Date.from(NOW));
        change.accept(builder);
        return builder.build();
    }

    private static String ath(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DpopVerifier.Outcome outcome(String proof) {
        return VERIFIER.verify(proof, TARGET, Optional.of(TOKEN));
    }

    private static void refused(String proof, ProofFault fault) {
        assertThat(outcome(proof)).isEqualTo(new DpopVerifier.Outcome.Faulty(fault));
    }

    private static DpopProof good(String proof, Optional<String> token) {
        var outcome = VERIFIER.verify(proof, TARGET, token);
        assertThat(outcome).isInstanceOf(DpopVerifier.Outcome.Good.class);
        return ((DpopVerifier.Outcome.Good) outcome).proof();
    }
}
