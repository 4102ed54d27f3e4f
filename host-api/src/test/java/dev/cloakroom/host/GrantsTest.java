package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.TAPPED;
import static dev.cloakroom.host.HostFixture.USER;
import static dev.cloakroom.host.HostFixture.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revocation takes back what it names, all of it, and nothing else. */
class GrantsTest {

    private static final RedemptionOutcome DEAD = new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN);

    @TempDir
    Path directory;

    HostFixture fixture;
    private String food = "";
    private String other = "";

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.ALLOW);
        food = token(FOOD);
        fixture.clock.move(Duration.ofSeconds(1));
        other = token(OTHER);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void list_hasTheUsersGrantsOldestFirst() {
        assertThat(fixture.host.grants().list(USER))
            .extracting(grant -> grant.program())
            .containsExactly(FOOD.id(), OTHER.id());
    }

    @Test
    void revoke_endsThisProgramsGrantOnly() {
        assertThat(fixture.host.grants().revoke(USER, FOOD.id(), ScopeCatalog.PHONE_NUMBER)).isEqualTo(1);
        onlyFoodIsDead();
    }

    @Test
    void revoke_endsThisScopesGrantOnly() {
        var another = ScopeCatalog.all()
            .stream()
            .filter(scope -> !scope.equals(ScopeCatalog.PHONE_NUMBER));
        var ended = another.mapToInt(this::revoked).sum();
        assertThat(ended).isZero();
        assertThat(redeemed(FOOD, food)).isInstanceOf(RedemptionOutcome.Completed.class);
    }

    @Test
    void revokeAll_ofAProgramEndsItsGrantsOnly() {
        assertThat(fixture.host.grants().revokeAll(USER, FOOD.id())).isEqualTo(1);
        onlyFoodIsDead();
    }

    @Test
    void revokeAll_endsEverythingOnce() {
        assertThat(fixture.host.grants().revokeAll(USER)).isEqualTo(2);
        assertThat(redeemed(FOOD, food)).isEqualTo(DEAD);
        assertThat(redeemed(OTHER, other)).isEqualTo(DEAD);
        assertThat(fixture.host.grants().revokeAll(USER)).isZero();
    }

    private int revoked(Scope scope) {
        return fixture.host.grants().revoke(USER, FOOD.id(), scope);
    }

    private void onlyFoodIsDead() {
        assertThat(fixture.host.grants().list(USER))
            .extracting(grant -> grant.program())
            .containsExactly(OTHER.id());
        assertThat(redeemed(FOOD, food)).isEqualTo(DEAD);
        assertThat(redeemed(OTHER, other)).isInstanceOf(RedemptionOutcome.Completed.class);
    }

    private String token(ProgramRegistration program) {
        var request = fixture.request(program, TAPPED, GATEWAY);
        return ((Disclosure.Granted) fixture.host.broker().request(request)).code();
    }

    private RedemptionOutcome redeemed(ProgramRegistration program, String token) {
        return fixture.host.redeemer().redeem(fixture.authenticated(program), redemption(token));
    }
}
