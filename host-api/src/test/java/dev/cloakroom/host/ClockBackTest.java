package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.USER;
import static dev.cloakroom.host.HostFixture.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock goes back, by minutes and by years: what was over stays over. */
class ClockBackTest {

    private static final RedemptionOutcome REFUSED = new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN);

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.prompter.answer(ConsentAnswer.ONCE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT4M59S", "PT6M", "PT1H", "P1D", "P3650D" })
    void usedToken_staysUsed(Duration back) {
        var token = token();
        fixture.redeem(token);
        fixture.clock.move(back.negated());
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
        assertThat(fixture.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT4M59S", "PT6M", "PT1H", "P1D", "P3650D" })
    void revokedToken_staysRevoked(Duration back) {
        var token = token();
        fixture.clock.move(back.negated());
        fixture.host.grants().revokeAll(USER);
        fixture.clock.move(back.negated());
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
        assertThat(fixture.host.grants().list(USER)).isEmpty();
    }

    /** Somebody must have looked while it was over: a host that slept through it cannot know. */
    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT4M59S", "PT6M", "PT1H", "P1D", "P3650D" })
    void expiredToken_staysExpired(Duration back) {
        var token = token();
        fixture.clock.move(Duration.ofMinutes(5));
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
        fixture.clock.move(back.negated());
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
    }

    /** To mint another is to look. */
    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT4M59S" })
    void expiredToken_staysExpiredWhenAnotherWasMintedMeanwhile(Duration back) {
        fixture.prompter.answer(ConsentAnswer.ONCE);
        var token = token();
        fixture.clock.move(Duration.ofMinutes(5));
        token();
        fixture.clock.move(back.negated());
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT6M", "PT1H", "P1D", "P3650D" })
    void tokenFromTheFuture_isNotYetValid(Duration back) {
        var token = token();
        fixture.clock.move(back.negated());
        assertThat(fixture.redeem(token)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT6M", "P1D", "P3650D" })
    void loginCode_isUsedOnceAndExpiresForGood(Duration back) {
        var program = fixture.authenticated(FOOD);
        var used = fixture.host.logins().issue(FOOD.id(), USER);
        var expired = fixture.host.logins().issue(FOOD.id(), USER);
        assertThat(fixture.host.logins().exchange(program, used)).isPresent();
        fixture.clock.move(Duration.ofMinutes(5));
        assertThat(fixture.host.logins().exchange(program, expired)).isEmpty();
        fixture.clock.move(back.negated());
        assertThat(fixture.host.logins().exchange(program, used)).isEmpty();
        assertThat(fixture.host.logins().exchange(program, expired)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1M", "PT6M", "P1D", "P3650D" })
    void idempotencyKey_keepsItsReceipt(Duration back) {
        var program = fixture.authenticated(FOOD);
        var request = redemption(token(), Map.of("template", "ready", "dish", "soup"), Optional.of("order-1"));
        var first = fixture.host.redeemer().redeem(program, request);
        fixture.clock.move(back.negated());
        assertThat(fixture.host.redeemer().redeem(program, request)).isEqualTo(first);
        assertThat(fixture.sent).hasSize(1);
    }

    private String token() {
        return fixture.granted().code();
    }
}
