package dev.cloakroom.host.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String TOKEN_ENDPOINT = "https://host.example/v1/token";
    private static final Set<String> AUDIENCES = Set.of("https://host.example", TOKEN_ENDPOINT);
    private static final JWK EC = Signing.key(JWSAlgorithm.ES256);
    private static final JWK ED = Signing.key(JWSAlgorithm.EdDSA);
    private static final JWK RSA = Signing.key(JWSAlgorithm.PS256);
    private static final PublicKeys KEYS = keys(EC, ED, RSA);

    @Test
    void assertion_ofEachAlgorithmIsGood() {
        assertThat(verified(assertion(EC, JWSAlgorithm.ES256, _ -> {}))).isPresent();
        assertThat(verified(assertion(ED, JWSAlgorithm.EdDSA, _ -> {}))).isPresent();
        assertThat(verified(assertion(RSA, JWSAlgorithm.PS256, _ -> {}))).contains(
            new ClientAssertion.Verified("0123456789", NOW.plus(Duration.ofMinutes(5)))
        );
    }

    /** Another implementation's assertion. */
    @Test
    void assertion_ofTheNimbusSdkIsGood() throws Exception {
        var made = new PrivateKeyJWT(
            new ClientID("shop"),
            URI.create(TOKEN_ENDPOINT),
            JWSAlgorithm.ES256,
            EC.toECKey().toPrivateKey(),
            EC.getKeyID(),
            null
        );
        var parsed = ClientAssertion.parse(made.getClientAssertion().serialize()).orElseThrow();
        assertThat(parsed.claimedIssuer()).isEqualTo("shop");
        assertThat(parsed.verify(KEYS, AUDIENCES, Clock.systemUTC())).isPresent();
    }

    @Test
    void assertion_namesItsKeyOrNone() {
        assertThat(verified(sign(header -> header))).isPresent();
        assertThat(verified(sign(header -> header.keyID("ec")))).isPresent();
        assertThat(verified(sign(header -> header.keyID("rsa")))).isEmpty();
        assertThat(verified(sign(header -> header.keyID("none")))).isEmpty();
    }

    @Test
    void assertion_ofAnotherKeyIsRefused() {
        assertThat(verified(assertion(Signing.key(JWSAlgorithm.ES256), JWSAlgorithm.ES256, _ -> {}))).isEmpty();
    }

    @Test
    void assertion_thatBringsAKeyIsRefused() {
        var own = Signing.key(JWSAlgorithm.ES256);
        var brought = Signing.sign(own, JWSAlgorithm.ES256, "JWT", claims(_ -> {}), header ->
            header.jwk(own.toPublicJWK())
        );
        assertThat(ClientAssertion.parse(brought)).isEmpty();
        assertThat(
            ClientAssertion.parse(sign(header -> header.jwkURL(URI.create("https://evil.example/keys"))))
        ).isEmpty();
        assertThat(
            ClientAssertion.parse(sign(header -> header.x509CertURL(URI.create("https://evil.example/c"))))
        ).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://evil.example/v1/token", "https://host.example/", "shop", "" })
    void assertion_forSomebodyElseIsRefused(String audience) {
        assertThat(verified(assertion(claims -> claims.audience(audience)))).isEmpty();
    }

    @Test
    void assertion_forSeveralOrNobodyIsRefused() {
        assertThat(
            verified(assertion(claims -> claims.audience(List.of(TOKEN_ENDPOINT, "https://evil.example"))))
        ).isEmpty();
        assertThat(verified(assertion(claims -> claims.audience((String) null)))).isEmpty();
        assertThat(verified(assertion(claims -> claims.audience("https://host.example")))).isPresent();
    }

    @Test
    void assertion_thatIsOverOrLastsTooLongIsRefused() {
        assertThat(verified(assertion(claims -> claims.expirationTime(at(-60))))).isEmpty();
        assertThat(verified(assertion(claims -> claims.expirationTime(at(-59))))).isPresent();
        assertThat(verified(assertion(claims -> claims.expirationTime(at(361))))).isEmpty();
        assertThat(verified(assertion(claims -> claims.expirationTime(at(360))))).isPresent();
        assertThat(verified(assertion(claims -> claims.expirationTime(null)))).isEmpty();
    }

    @Test
    void assertion_fromTheFutureIsRefused() {
        assertThat(verified(assertion(claims -> claims.issueTime(at(61))))).isEmpty();
        assertThat(verified(assertion(claims -> claims.notBeforeTime(at(61))))).isEmpty();
        assertThat(verified(assertion(claims -> claims.issueTime(at(60)).notBeforeTime(at(60))))).isPresent();
    }

    @Test
    void assertion_needsAnId() {
        assertThat(verified(assertion(claims -> claims.jwtID(null)))).isEmpty();
        assertThat(verified(assertion(claims -> claims.jwtID("short")))).isEmpty();
    }

    @Test
    void assertion_aboutSomebodyElseIsNone() {
        assertThat(ClientAssertion.parse(assertion(claims -> claims.subject("other")))).isEmpty();
        assertThat(ClientAssertion.parse(assertion(claims -> claims.subject(null)))).isEmpty();
        assertThat(ClientAssertion.parse(assertion(claims -> claims.issuer(null).subject(null)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "dpop+jwt", "at+jwt", "logout+jwt" })
    void assertion_ofAnotherTypeIsNone(String type) {
        assertThat(
            ClientAssertion.parse(Signing.sign(EC, JWSAlgorithm.ES256, type, claims(_ -> {}), header -> header))
        ).isEmpty();
    }

    /** The parts are {@code null}, {@code []} and {@code {}} in base64url. */
    @ParameterizedTest
    @ValueSource(strings = { "bnVsbA.bnVsbA.AA", "bnVsbA.e30.AA", "W10.W10.AA", "e30.bnVsbA.AA", "e30.e30.AA" })
    void textThatIsNoAssertion_isNone(String text) {
        assertThat(ClientAssertion.parse(text)).isEmpty();
    }

    @Test
    void keys_arePublicAndOfAKindThatIsTaken() throws Exception {
        refused(new JWKSet(EC).toString(false), "remove `d`");
        refused(new JWKSet().toString(true), "1 to 10");
        refused(new JWKSet(new ECKeyGenerator(Curve.P_521).generate()).toString(true), "P-256");
        refused(new JWKSet(new OctetSequenceKeyGenerator(256).generate()).toString(false), "remove `d`");
        refused(
            new JWKSet(new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate()).toString(true),
            "for signatures"
        );
        refused(new JWKSet(List.of(EC, EC)).toString(true), "`kid`");
        refused("[]", "JWK set");
        refused("null", "JWK set");
        refused("{\"keys\":[null]}", "JWK set");
        refused("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}", "JWK set");
        refused("x".repeat(40_000), "characters");
        assertThat(PublicKeys.parse(KEYS.toJson()).toJson()).isEqualTo(KEYS.toJson());
    }

    private static void refused(String set, String fix) {
        assertThatThrownBy(() -> PublicKeys.parse(set))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(fix);
    }

    private static PublicKeys keys(JWK... keys) {
        return PublicKeys.parse(new JWKSet(List.of(keys)).toString(true));
    }

    private static Optional<ClientAssertion.Verified> verified(String assertion) {
        return ClientAssertion.parse(assertion).flatMap(parsed -> parsed.verify(KEYS, AUDIENCES, CLOCK));
    }

    private static String assertion(Consumer<JWTClaimsSet.Builder> change) {
        return assertion(EC, JWSAlgorithm.ES256, change);
    }

    private static String assertion(JWK key, JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        return Signing.sign(key, algorithm, null, claims(change), header -> header);
    }

    private static String sign(UnaryOperator<JWSHeader.Builder> header) {
        return Signing.sign(EC, JWSAlgorithm.ES256, "JWT", claims(_ -> {}), header);
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var builder = new JWTClaimsSet.Builder()
            .issuer("shop")
            .subject("shop")
            .audience(TOKEN_ENDPOINT)
            .jwtID("0123456789")
            .expirationTime(at(240));
        change.accept(builder);
        return builder.build();
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
