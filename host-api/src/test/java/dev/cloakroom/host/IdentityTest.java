package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.LoginCodes;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void authenticate_vouchesForTheRightSecretOnly() {
        var programs = fixture.host.programs();
        var food = programs.register(FOOD);
        var other = programs.register(OTHER);
        assertThat(programs.authenticate(FOOD.id(), food.secret()).orElseThrow().registration()).isEqualTo(FOOD);
        assertThat(programs.authenticate(FOOD.id(), other.secret())).isEmpty();
        assertThat(programs.authenticate(FOOD.id(), "")).isEmpty();
        assertThat(programs.authenticate(new ProgramId("nobody"), food.secret())).isEmpty();
    }

    @Test
    void register_makesTheFormerSecretWorthless() {
        var programs = fixture.host.programs();
        var former = programs.register(FOOD);
        var latter = programs.register(FOOD);
        assertThat(programs.authenticate(FOOD.id(), former.secret())).isEmpty();
        assertThat(programs.authenticate(FOOD.id(), latter.secret())).isPresent();
    }

    @Test
    void exchange_givesTheSubjectOnce() {
        var food = fixture.authenticated(FOOD);
        var code = fixture.host.logins().issue(FOOD.id(), USER);
        var first = fixture.host.logins().exchange(food, code);
        assertThat(first).isPresent();
        assertThat(fixture.host.logins().exchange(food, code)).isEmpty();
        assertThat(fixture.host.logins().exchange(food, fixture.host.logins().issue(FOOD.id(), USER))).isEqualTo(first);
        assertThat(fixture.kinds()).containsExactly("login-code-exchanged", "login-code-exchanged");
    }

    @Test
    void exchange_givesUnknownForeignAndExpiredCodesOneAnswer() {
        var logins = fixture.host.logins();
        var food = fixture.authenticated(FOOD);
        assertThat(logins.exchange(food, "nothing")).isEmpty();
        assertThat(logins.exchange(food, logins.issue(OTHER.id(), USER))).isEmpty();
        var expired = logins.issue(FOOD.id(), USER);
        fixture.clock.move(LoginCodes.LIFETIME);
        assertThat(logins.exchange(food, expired)).isEmpty();
        fixture.clock.move(Duration.ofDays(-1));
        assertThat(logins.exchange(food, expired)).isEmpty();
    }

    @Test
    void exchange_spendsNoCodeWhenTheLedgerFails() {
        var food = fixture.authenticated(FOOD);
        var code = fixture.host.logins().issue(FOOD.id(), USER);
        fixture.storage.refusedKind = "login-code-exchanged";
        assertThatThrownBy(() -> fixture.host.logins().exchange(food, code)).isInstanceOf(BrokerException.class);
        fixture.storage.refusedKind = "none";
        assertThat(fixture.host.logins().exchange(food, code)).isPresent();
    }

    @Test
    void subjects_differBetweenProgramsAndUsers() {
        var food = fixture.authenticated(FOOD);
        var other = fixture.authenticated(OTHER);
        var logins = fixture.host.logins();
        var alice = logins.exchange(food, logins.issue(FOOD.id(), USER)).orElseThrow();
        var aliceElsewhere = logins.exchange(other, logins.issue(OTHER.id(), USER)).orElseThrow();
        var bob = logins.exchange(food, logins.issue(FOOD.id(), new UserId("bob"))).orElseThrow();
        assertThat(alice).isNotEqualTo(aliceElsewhere).isNotEqualTo(bob);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "-a", "a b", "a\n", "ä", "a/../b" })
    void ids_areOfOneShape(String value) {
        assertThatThrownBy(() -> new ProgramId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "Bank\u202E", "a\nb", "zero\u200Bwidth" })
    void verifiedName_isVisible(String name) {
        var id = new ProgramId("a");
        var developer = new DeveloperId("b");
        assertThatThrownBy(() -> new ProgramRegistration(id, developer, name)).isInstanceOf(
            IllegalArgumentException.class
        );
    }
}
