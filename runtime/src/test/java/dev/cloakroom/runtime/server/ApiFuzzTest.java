package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.proof.ClientAssertion;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.proof.HttpTarget;
import dev.cloakroom.host.proof.PublicKeys;
import dev.cloakroom.runtime.fuzz.FuzzTarget;
import dev.cloakroom.runtime.fuzz.Mutations;
import dev.cloakroom.runtime.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every parser that a stranger's HTTP reaches. */
class ApiFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    private static final URI API = URI.create("http://127.0.0.1:1");
    private static final BackEnd SHOP = new BackEnd("wx1", BackEnd.newKey(), API, CLOCK);
    private static final DpopVerifier VERIFIER = new DpopVerifier(CLOCK);
    private static final HttpTarget TARGET = new HttpTarget("POST", Set.of(URI.create(API + "/v1/redeem")));
    private static final PublicKeys KEYS = PublicKeys.parse(new JWKSet(SHOP.key()).toString(true));

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void form_isReadOrRefused(byte[] input) {
        var form = Form.parse(text(input));
        form.flatMap(read -> read.parameter("token")).ifPresent(token -> assertThat(token).isNotEmpty());
    }

    @Test
    void form_thatWasChanged_isReadOrRefused() throws Exception {
        mutate(
            this::form_isReadOrRefused,
            "token=abc&token_type_hint=%E4%BD%A0",
            "grant_type=client_credentials&a=b%2Fc"
        );
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void redemption_isReadOrRefused(byte[] input) {
        Json.parseObject(text(input))
            .flatMap(body -> RedemptionRoutes.request(body, Optional.empty()))
            .ifPresent(request -> {
                assertThat(Ids.isId(request.recipient().value())).isTrue();
                assertThat(request.parameters().values()).doesNotContainNull();
            });
    }

    @Test
    void redemption_thatWasChanged_isReadOrRefused() throws Exception {
        mutate(
            this::redemption_isReadOrRefused,
            BackEnd.redemption("abc"),
            """
            {"token":"a","action":"send-sms","recipient":"sms-gateway","parameters":{"a":"\\u4f60","b":""}}"""
        );
    }

    /** Whatever was done to a proof: if it is good, it is the same key's and the same proof. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void proof_isGoodOnlyIfItWasMadeSo(byte[] input) throws Exception {
        if (VERIFIER.verify(text(input), TARGET, Optional.empty()) instanceof DpopVerifier.Outcome.Good(var proof)) {
            assertThat(proof.thumbprint()).isEqualTo(SHOP.key().computeThumbprint().toString());
            assertThat(proof.id()).isEqualTo("the-one-proof");
        }
    }

    @Test
    void proof_thatWasChanged_isGoodOnlyIfItWasMadeSo() throws Exception {
        var good = SHOP.proof("/v1/redeem", claims -> claims.jwtID("the-one-proof"));
        assertThat(VERIFIER.verify(good, TARGET, Optional.empty())).isInstanceOf(DpopVerifier.Outcome.Good.class);
        mutate(this::proof_isGoodOnlyIfItWasMadeSo, good);
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void assertion_isGoodOnlyIfItWasMadeSo(byte[] input) {
        var parsed = ClientAssertion.parse(text(input));
        parsed
            .filter(assertion -> assertion.verify(KEYS, Set.of(API + "/v1/token"), CLOCK).isPresent())
            .ifPresent(good -> assertThat(good.claimedIssuer()).isEqualTo(SHOP.program()));
    }

    @Test
    void assertion_thatWasChanged_isGoodOnlyIfItWasMadeSo() throws Exception {
        mutate(this::assertion_isGoodOnlyIfItWasMadeSo, SHOP.assertion());
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void keys_arePublicOrRefusedInWords(byte[] input) {
        try {
            assertThat(PublicKeys.parse(text(input)).toJson()).doesNotContain("\"d\":");
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("key");
        }
    }

    @Test
    void keys_thatWereChanged_arePublicOrRefusedInWords() throws Exception {
        mutate(this::keys_arePublicOrRefusedInWords, KEYS.toJson(), new JWKSet(SHOP.key()).toString(false));
    }

    private static void mutate(FuzzTarget target, String... examples) throws Exception {
        Mutations.run(target, 3_000, examples);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
