package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenDeskTest {

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.prompter.answer(ConsentAnswer.ALLOW);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void introspect_tellsWhatTheTokenIsFor() {
        var granted = fixture.granted();
        var told = fixture.host
            .tokens()
            .introspect(fixture.authenticated(FOOD), granted.token().orElseThrow().value())
            .orElseThrow();

        assertThat(told.subject()).isEqualTo(granted.subject());
        assertThat(told.scope()).isEqualTo(ScopeCatalog.PHONE_NUMBER);
        assertThat(told.purpose()).isEqualTo("tell you when your dish is ready");
        assertThat(told.recipients()).containsExactly(GATEWAY);
        assertThat(told.actions()).containsExactly("send-sms");
        assertThat(told.usesLeft()).isEqualTo(1);
        assertThat(told.issuedAt()).isEqualTo(fixture.clock.instant());
        assertThat(told.expiresAt()).isEqualTo(
            fixture.clock.instant().plus(ScopeCatalog.PHONE_NUMBER.maxTokenLifetime())
        );
        assertThat(told).hasToString("Introspection[" + told.id() + "]");
    }

    @Test
    void introspect_spendsNothing() {
        var token = token();
        active(token);
        active(token);
        assertThat(fixture.redeem(token)).isInstanceOf(RedemptionOutcome.Completed.class);
    }

    @Test
    void introspect_saysNothingOfUnknownForeignUsedRevokedReturnedAndExpiredTokens() {
        inactive("nothing");

        var foreign = token();
        assertThat(fixture.host.tokens().introspect(fixture.authenticated(OTHER), foreign)).isEmpty();

        var used = token();
        fixture.redeem(used);
        inactive(used);

        var returned = token();
        fixture.host.tokens().revoke(fixture.authenticated(FOOD), returned);
        inactive(returned);

        var expired = token();
        fixture.clock.move(ScopeCatalog.PHONE_NUMBER.maxTokenLifetime());
        inactive(expired);
        fixture.clock.move(Duration.ofHours(-1));
        inactive(expired);

        var revoked = token();
        fixture.host.grants().revokeAll(USER);
        inactive(revoked);
    }

    @Test
    void introspect_seesARevocationByAnotherHost() {
        var token = token();
        try (var second = new HostFixture(directory)) {
            second.host.grants().revokeAll(USER);
        }
        inactive(token);
    }

    @Test
    void revoke_endsTheTokenAndSaysSoInTheLedger() {
        var token = token();
        fixture.host.tokens().revoke(fixture.authenticated(FOOD), token);

        assertThat(fixture.redeem(token)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN));
        assertThat(fixture.sent).isEmpty();
        assertThat(fixture.kinds()).endsWith("token-revoked");
        assertThat(fixture.host.ledger().entries().getLast().json()).doesNotContain(token).doesNotContain(USER.value());
    }

    @Test
    void revoke_leavesTheUsersGrantAndOtherTokensAlone() {
        var first = token();
        var second = token();
        fixture.host.tokens().revoke(fixture.authenticated(FOOD), first);

        assertThat(fixture.host.grants().list(USER)).isNotEmpty();
        active(second);
    }

    @Test
    void revoke_doesNothingToAnotherProgramsToken() {
        var token = token();
        var before = fixture.kinds();
        fixture.host.tokens().revoke(fixture.authenticated(OTHER), token);

        assertThat(fixture.kinds()).isEqualTo(before);
        active(token);
    }

    @Test
    void revoke_writesOneEntryHoweverOften() {
        var token = token();
        var program = fixture.authenticated(FOOD);
        fixture.host.tokens().revoke(program, token);
        fixture.host.tokens().revoke(program, token);
        assertThat(fixture.kinds()).filteredOn("token-revoked"::equals).hasSize(1);
    }

    @Test
    void revoke_endsNothingWhenTheLedgerFails() {
        var token = token();
        var program = fixture.authenticated(FOOD);
        fixture.storage.refusedKind = "token-revoked";
        assertThatThrownBy(() -> fixture.host.tokens().revoke(program, token)).isInstanceOf(BrokerException.class);
        active(token);
    }

    /** Either the token is redeemed or it is revoked, never both, whichever of two hosts does which. */
    @Test
    void revoke_racesARedemptionAndOneOfThemWins() throws Exception {
        try (var second = new HostFixture(directory); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var program = fixture.authenticated(FOOD);
            for (int race = 0; race < 20; race++) {
                var token = token();
                var before = revocations();
                var both = new ArrayList<Callable<Boolean>>();
                both.add(() -> {
                    second.host.tokens().revoke(program, token);
                    return false;
                });
                both.add(
                    () ->
                        fixture.host.redeemer().redeem(program, HostFixture.redemption(token)) instanceof
                            RedemptionOutcome.Completed
                );
                var redeemed = threads.invokeAll(both).getLast().get();
                assertThat(revocations() - before).isEqualTo(redeemed ? 0 : 1);
            }
        }
    }

    private long revocations() {
        return fixture.kinds().stream().filter("token-revoked"::equals).count();
    }

    private String token() {
        return fixture.granted().token().orElseThrow().value();
    }

    private void active(String token) {
        assertThat(fixture.host.tokens().introspect(fixture.authenticated(FOOD), token)).isPresent();
    }

    private void inactive(String token) {
        assertThat(fixture.host.tokens().introspect(fixture.authenticated(FOOD), token)).isEmpty();
    }
}
