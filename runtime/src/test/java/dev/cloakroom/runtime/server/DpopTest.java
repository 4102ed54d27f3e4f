package dev.cloakroom.runtime.server;

import static dev.cloakroom.runtime.server.ApiFixture.OTHER;
import static dev.cloakroom.runtime.server.ApiFixture.SHOP;
import static dev.cloakroom.runtime.server.BackEnd.FORM;
import static dev.cloakroom.runtime.server.BackEnd.JSON;
import static dev.cloakroom.runtime.server.BackEnd.authorization;
import static dev.cloakroom.runtime.server.BackEnd.form;
import static dev.cloakroom.runtime.server.BackEnd.hash;
import static dev.cloakroom.runtime.server.BackEnd.redemption;
import static dev.cloakroom.runtime.server.BackEnd.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that sign, and thieves of what they send. */
class DpopTest {

    @TempDir
    Path data;

    private ApiFixture fixture;
    private BackEnd shop;

    @BeforeEach
    void open() {
        fixture = new ApiFixture(data);
        shop = fixture.backEnd(SHOP);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void programThatSigns_doesAllThatOneMay() throws IOException {
        var token = fixture.token(SHOP);
        var told = json(shop.post("/v1/introspect", FORM, form(token)));
        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("client_id").asText()).isEqualTo(SHOP.id().value());
        assertThat(told.path("scope").asText()).isEqualTo("scope.phoneNumber");
        assertThat(told.path("exp").asLong() - told.path("iat").asLong()).isEqualTo(300);
        assertThat(told.path("actions")).hasToString("[\"send-sms\"]");

        var code = "{\"code\":\"" + fixture.host.logins().issue(SHOP.id(), ApiFixture.LIN) + "\"}";
        assertThat(json(shop.post("/v1/session", JSON, code)).path("subject")).isEqualTo(told.path("sub"));

        assertThat(
            json(shop.post("/v1/redeem", JSON, redemption(token)))
                .path("result")
                .asText()
        ).isEqualTo("sent");
        assertThat(fixture.sent).containsExactly(ApiFixture.PHONE);
        assertThat(json(shop.post("/v1/introspect", FORM, form(token)))).hasToString("{\"active\":false}");
    }

    @Test
    void nothingThatIsSent_holdsTheNumberOrTheHostsIdOfTheUser() throws IOException {
        programThatSigns_doesAllThatOneMay();
        assertThat(fixture.observed).hasSize(8);
        for (var answer : fixture.observed) {
            var all = answer.headers() + answer.body();
            for (var planted : List.of("13987650421", "87650421", "lin-the-user", base64(ApiFixture.PHONE))) {
                assertThat(all).doesNotContain(planted);
            }
        }
    }

    @Test
    void programs_cannotTouchEachOthersTokens() throws IOException {
        var other = fixture.backEnd(OTHER);
        var token = fixture.token(SHOP);
        assertThat(json(other.post("/v1/introspect", FORM, form(token)))).hasToString("{\"active\":false}");
        assertThat(other.post("/v1/revoke", FORM, form(token)).status()).isEqualTo(200);
        assertProblem(other.post("/v1/redeem", JSON, redemption(token)), 400, "invalid-token");
        assertThat(shop.post("/v1/redeem", JSON, redemption(token)).status()).isEqualTo(200);
    }

    @Test
    void programs_cannotEndEachOthersAccessTokens() throws IOException {
        var access = shop.accessToken();
        fixture.backEnd(OTHER).post("/v1/revoke", FORM, form(access));
        assertThat(introspect(access).status()).isEqualTo(200);
        assertThat(shop.post(access, "/v1/revoke", FORM, form(access)).status()).isEqualTo(200);
        assertProblem(introspect(access), 401, "invalid-client");
    }

    @Test
    void stolenAccessToken_isWorthNothingWithoutItsKey() throws IOException {
        var access = shop.accessToken();
        var thief = shop.withKey(BackEnd.newKey());
        assertProblem(thief.post(access, "/v1/introspect", FORM, form("x")), 401, "invalid-client");
        assertProblem(send(authorization(access)), 401, "invalid-dpop-proof");
        assertProblem(send("Authorization: Bearer " + access), 401, "invalid-client");
        assertThat(introspect(access).status()).isEqualTo(200);
    }

    @Test
    void accessTokenThatIsUnknownOrOver_hasOneAnswer() throws IOException {
        var over = shop.accessToken();
        fixture.clock.advance(ProgramTokens.LIFETIME);
        var unknown = introspect("A".repeat(43));
        assertProblem(unknown, 401, "invalid-client");
        assertThat(unknown.headers().get("www-authenticate")).contains("error=\"invalid_token\"");
        assertThat(introspect(over).body()).isEqualTo(unknown.body());
        assertThat(introspect(over).headers().get("www-authenticate")).isEqualTo(
            unknown.headers().get("www-authenticate")
        );
    }

    @Test
    void proof_isGoodOnceWhicheverHostItComesTo() throws IOException {
        var access = shop.accessToken();
        var proof = shop.proof("/v1/introspect", hash(access));
        assertThat(send(authorization(access) + "\nDPoP: " + proof).status()).isEqualTo(200);
        assertReplayed(send(authorization(access) + "\nDPoP: " + proof));

        try (var second = fixture.second(data)) {
            var elsewhere = shop.at(second.address());
            var forTheSecond = elsewhere.proof("/v1/introspect", hash(access));
            var headers = authorization(access) + "\nDPoP: " + forTheSecond;
            assertThat(elsewhere.send("/v1/introspect", headers, FORM, form("x")).status()).isEqualTo(200);
            assertReplayed(elsewhere.send("/v1/introspect", headers, FORM, form("x")));
        }
    }

    @Test
    void proof_isForOneRequestOfOneHostNow() throws IOException {
        var access = shop.accessToken();
        var bad = List.of(
            shop.proof("/v1/redeem", hash(access)),
            shop.proof("/v1/introspect", hash("another")),
            shop.proof("/v1/introspect", same()),
            shop.proof("/v1/introspect", claims -> hash(access).apply(claims).claim("htm", "GET")),
            shop.proof("/v1/introspect", claims ->
                hash(access)
                    .apply(claims)
                    .issueTime(Date.from(fixture.clock.instant().minusSeconds(61)))
            ),
            shop.at(URI.create("http://127.0.0.1:1")).proof("/v1/introspect", hash(access)),
            shop.at(URI.create("https://evil.example")).proof("/v1/introspect", hash(access)),
            "x",
            "x".repeat(5_000)
        );
        for (String proof : bad) {
            assertProblem(send(authorization(access) + "\nDPoP: " + proof), 401, "invalid-dpop-proof");
        }
        assertThat(introspect(access).status()).isEqualTo(200);
    }

    @Test
    void twoProofsOrTwoTokens_areRefused() throws IOException {
        var access = shop.accessToken();
        var proofs =
            "\nDPoP: " +
            shop.proof("/v1/introspect", hash(access)) +
            "\nDPoP: " +
            shop.proof("/v1/introspect", hash(access));
        assertProblem(send(authorization(access) + proofs), 401, "invalid-dpop-proof");
        var two = authorization(access) + "\n" + authorization("A".repeat(43));
        assertProblem(send(two + "\nDPoP: " + shop.proof("/v1/introspect", hash(access))), 401, "invalid-client");
    }

    @Test
    void assertion_isGoodOnceForTheProgramWhoseKeySignedIt() throws IOException {
        var assertion = shop.assertion();
        assertThat(shop.askForToken(assertion, proof()).status()).isEqualTo(200);
        assertOAuth(shop.askForToken(assertion, proof()), 401, "invalid_client");
        assertOAuth(shop.askForToken(shop.withKey(BackEnd.newKey()).assertion(), proof()), 401, "invalid_client");
        var other = new BackEnd(OTHER.id().value(), shop.key(), shop.api(), fixture.clock);
        assertOAuth(shop.askForToken(other.assertion(), proof()), 401, "invalid_client");
        assertOAuth(
            shop.askForToken(shop.at(URI.create("https://evil.example")).assertion(), proof()),
            401,
            "invalid_client"
        );
        assertOAuth(shop.askForToken(proof(), proof()), 401, "invalid_client");
        assertOAuth(shop.askForToken("none", proof()), 401, "invalid_client");
    }

    @Test
    void tokenRequest_needsAProofOfItsOwn() throws IOException {
        assertOAuth(shop.askForToken(shop.assertion(), "none"), 400, "invalid_dpop_proof");
        assertOAuth(shop.askForToken(shop.assertion(), shop.assertion()), 400, "invalid_dpop_proof");
        assertOAuth(shop.askForToken(shop.assertion(), shop.proof("/v1/redeem", same())), 400, "invalid_dpop_proof");
        var used = proof();
        assertThat(shop.askForToken(shop.assertion(), used).status()).isEqualTo(200);
        assertOAuth(shop.askForToken(shop.assertion(), used), 400, "invalid_dpop_proof");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "invalid_request:",
            "invalid_request:grant_type",
            "invalid_request:grant_type=client_credentials&grant_type=client_credentials",
            "invalid_request:grant_type=%",
            "invalid_request:grant_type=%zz",
            "unsupported_grant_type:grant_type=password&username=a&password=b",
            "unsupported_grant_type:grant_type=authorization_code",
            "invalid_scope:grant_type=client_credentials&scope=everything",
            "invalid_client:grant_type=client_credentials",
            "invalid_client:grant_type=client_credentials&client_id=wx0123456789abcdef&client_secret=guess",
            "invalid_client:grant_type=client_credentials&client_assertion=x",
        }
    )
    void tokenRequestThatIsNone_isRefusedAsRfc6749Says(String errorAndBody) throws IOException {
        var error = errorAndBody.substring(0, errorAndBody.indexOf(':'));
        var body = errorAndBody.substring(error.length() + 1);
        var answer = shop.send("/v1/token", "DPoP: " + proof(), FORM, body);
        assertOAuth(answer, error.equals("invalid_client") ? 401 : 400, error);
    }

    @Test
    void programWithASecret_getsATokenOnLoopbackToo() throws IOException {
        var secret = fixture.host.programs().register(SHOP);
        var basic = "Authorization: Basic " + base64(secret.id().value() + ":" + secret.secret());
        var answer = shop.send("/v1/token", basic + "\nDPoP: " + proof(), FORM, "grant_type=client_credentials");
        var access = json(answer).path("access_token").asText();
        assertThat(introspect(access).status()).isEqualTo(200);

        var both = "grant_type=client_credentials&client_assertion=" + shop.assertion();
        assertOAuth(shop.send("/v1/token", basic + "\nDPoP: " + proof(), FORM, both), 400, "invalid_request");
    }

    private String proof() {
        return shop.proof("/v1/token", same());
    }

    private Wire.Answer introspect(String access) throws IOException {
        return shop.post(access, "/v1/introspect", FORM, form("x"));
    }

    private Wire.Answer send(String headers) throws IOException {
        return shop.send("/v1/introspect", headers, FORM, form("x"));
    }

    private static void assertReplayed(Wire.Answer answer) {
        assertProblem(answer, 401, "invalid-dpop-proof");
        assertThat(json(answer).path("detail").asText()).contains("used before");
    }

    private static void assertProblem(Wire.Answer answer, int status, String name) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("type").asText()).endsWith("/" + name);
    }

    private static void assertOAuth(Wire.Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
    }

    private static ObjectNode json(Wire.Answer answer) {
        return Json.parseObject(answer.body()).orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
