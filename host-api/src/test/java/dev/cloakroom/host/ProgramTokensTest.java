package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.host.proof.ClientAssertion;
import dev.cloakroom.host.proof.DpopProof;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.proof.HttpTarget;
import dev.cloakroom.host.proof.PublicKeys;
import dev.cloakroom.host.proof.Signing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The credentials of a program that signs: its assertion, its access token, the proof of its key. */
class ProgramTokensTest {

    private static final Set<String> AUDIENCES = Set.of("https://host.example/v1/token");
    private static final HttpTarget TARGET = new HttpTarget(
        "POST",
        Set.of(URI.create("https://host.example/v1/redeem"))
    );
    private static final JWK KEY = Signing.key(JWSAlgorithm.ES256);
    private static final JWK THIEF = Signing.key(JWSAlgorithm.ES256);
    private static final ProgramTokens.Outcome UNKNOWN = new ProgramTokens.Outcome.UnknownToken();

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.host.programs().register(FOOD, keys(KEY));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void assertion_vouchesForItsProgramOnce() {
        var assertion = assertion(FOOD, KEY);
        assertThat(authenticated(assertion).orElseThrow().id()).isEqualTo(FOOD.id());
        assertThat(authenticated(assertion)).isEmpty();
    }

    @Test
    void assertion_isUsedUpInTheDatabase() {
        var assertion = assertion(FOOD, KEY);
        try (var second = new HostFixture(directory)) {
            assertThat(second.host.programs().authenticate(assertion, AUDIENCES)).isPresent();
        }
        assertThat(authenticated(assertion)).isEmpty();
    }

    @Test
    void assertion_staysUsedWhenTheClockGoesBack() {
        var assertion = assertion(FOOD, KEY);
        assertThat(authenticated(assertion)).isPresent();
        fixture.clock.move(Duration.ofMinutes(7));
        assertThat(authenticated(assertion(FOOD, KEY)))
            .as("others are cleared away meanwhile")
            .isPresent();
        fixture.clock.move(Duration.ofMinutes(-7));
        assertThat(authenticated(assertion)).isEmpty();
    }

    @Test
    void assertion_ofAnotherProgramsKeyIsRefused() {
        fixture.host.programs().register(OTHER, keys(THIEF));
        assertThat(authenticated(assertion(FOOD, THIEF))).isEmpty();
        assertThat(authenticated(assertion(OTHER, THIEF)).orElseThrow().id()).isEqualTo(OTHER.id());
    }

    @Test
    void assertion_ofAProgramWithASecretIsRefused() {
        fixture.host.programs().register(FOOD);
        assertThat(authenticated(assertion(FOOD, KEY))).isEmpty();
    }

    @Test
    void secret_isWorthNothingOnceAProgramSigns() {
        var programs = fixture.host.programs();
        var secret = programs.register(OTHER).secret();
        programs.register(OTHER, keys(KEY));
        assertThat(programs.authenticate(OTHER.id(), secret)).isEmpty();
        assertThat(programs.authenticate(OTHER.id(), "")).isEmpty();
    }

    @Test
    void token_isGoodWithProofsOfItsKeyOnly() {
        var token = token();
        assertThat(use(token, proof(KEY))).isInstanceOf(ProgramTokens.Outcome.Known.class);
        assertThat(use(token, proof(KEY))).isInstanceOf(ProgramTokens.Outcome.Known.class);
        assertThat(use(token, proof(THIEF))).isEqualTo(UNKNOWN);
        assertThat(use("nothing", proof(KEY))).isEqualTo(UNKNOWN);
    }

    @Test
    void proof_isGoodOnceOnAllHosts() {
        var token = token();
        var proof = proof(KEY);
        try (var second = new HostFixture(directory)) {
            assertThat(second.host.programTokens().authenticate(token, proof)).isInstanceOf(
                ProgramTokens.Outcome.Known.class
            );
        }
        assertThat(use(token, proof)).isEqualTo(new ProgramTokens.Outcome.Replayed());
    }

    @Test
    void proof_getsOneTokenOnly() {
        var proof = proof(KEY);
        assertThat(fixture.host.programTokens().issue(program(), proof)).isPresent();
        assertThat(fixture.host.programTokens().issue(program(), proof)).isEmpty();
    }

    @Test
    void proof_ofAStrangerIsNotRemembered() {
        var proof = proof(THIEF);
        assertThat(use(token(), proof)).isEqualTo(UNKNOWN);
        var token = fixture.host.programTokens().issue(program(), proof(THIEF)).orElseThrow();
        assertThat(use(token, proof)).isInstanceOf(ProgramTokens.Outcome.Known.class);
    }

    @Test
    void proof_winsOnceHoweverManyTryAtOnce() throws Exception {
        var token = token();
        try (var second = new HostFixture(directory); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < 20; race++) {
                var proof = proof(KEY);
                var tries = new ArrayList<Callable<ProgramTokens.Outcome>>();
                for (int i = 0; i < 8; i++) {
                    var tokens = (i % 2 == 0 ? fixture : second).host.programTokens();
                    tries.add(() -> tokens.authenticate(token, proof));
                }
                var outcomes = new ArrayList<ProgramTokens.Outcome>();
                for (var result : threads.invokeAll(tries)) {
                    outcomes.add(result.get());
                }
                assertThat(outcomes).filteredOn(ProgramTokens.Outcome.Known.class::isInstance).hasSize(1);
            }
        }
    }

    @Test
    void token_endsByTimeAndDoesNotComeBack() {
        var token = token();
        fixture.clock.move(ProgramTokens.LIFETIME);
        assertThat(use(token, proof(KEY))).isEqualTo(UNKNOWN);
        fixture.clock.move(Duration.ofMinutes(-1));
        assertThat(use(token, proof(KEY))).isEqualTo(UNKNOWN);
    }

    @Test
    void token_endsWithANewRegistration() {
        var token = token();
        fixture.host.programs().register(FOOD, keys(KEY));
        assertThat(use(token, proof(KEY))).isEqualTo(UNKNOWN);
    }

    @Test
    void token_isGivenBackByItsOwnProgramOnly() {
        var token = token();
        var other = fixture.authenticated(OTHER);
        fixture.host.programTokens().revoke(other, token);
        assertThat(use(token, proof(KEY))).isInstanceOf(ProgramTokens.Outcome.Known.class);
        fixture.host.programTokens().revoke(program(), token);
        assertThat(use(token, proof(KEY))).isEqualTo(UNKNOWN);
    }

    private String token() {
        return fixture.host.programTokens().issue(program(), proof(KEY)).orElseThrow();
    }

    private ProgramTokens.Outcome use(String token, DpopProof proof) {
        return fixture.host.programTokens().authenticate(token, proof);
    }

    private AuthenticatedProgram program() {
        return authenticated(assertion(FOOD, KEY)).orElseThrow();
    }

    private Optional<AuthenticatedProgram> authenticated(ClientAssertion assertion) {
        return fixture.host.programs().authenticate(assertion, AUDIENCES);
    }

    private ClientAssertion assertion(ProgramRegistration program, JWK key) {
        var claims = new JWTClaimsSet.Builder()
            .issuer(program.id().value())
            .subject(program.id().value())
            .audience("https://host.example/v1/token")
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(fixture.clock.instant().plusSeconds(120)))
            .build();
        return ClientAssertion.parse(
            Signing.sign(key, JWSAlgorithm.ES256, "JWT", claims, header -> header)
        ).orElseThrow();
    }

    private DpopProof proof(JWK key) {
        var claims = new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", "POST")
            .claim("htu", "https://host.example/v1/redeem")
            .issueTime(Date.from(fixture.clock.instant()))
            .build();
        var text = Signing.sign(key, JWSAlgorithm.ES256, "dpop+jwt", claims, header -> header.jwk(key.toPublicJWK()));
        var outcome = fixture.host.dpop().verify(text, TARGET, Optional.empty());
        return ((DpopVerifier.Outcome.Good) outcome).proof();
    }

    private static PublicKeys keys(JWK key) {
        return PublicKeys.parse(new JWKSet(key).toString(true));
    }
}
