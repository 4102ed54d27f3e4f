package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantTermTest {

    private static final Duration WEEK = Duration.ofDays(7);

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
    void week_coversRequestsForSevenDays() {
        fixture.prompter.answer(ConsentAnswer.WEEK, ConsentAnswer.DENY);
        fixture.granted();
        fixture.clock.move(WEEK.minusSeconds(1));
        fixture.granted();
        fixture.clock.move(Duration.ofSeconds(1));
        assertThat(fixture.refusal(fixture.request())).isEqualTo(RefusalReason.USER_DENIED);
        assertThat(fixture.host.grants().list(USER)).isEmpty();
    }

    @Test
    void week_endsItsTokensToo() {
        fixture.prompter.answer(ConsentAnswer.WEEK);
        fixture.granted();
        fixture.clock.move(WEEK.minusSeconds(1));
        var token = fixture.granted().code();
        fixture.clock.move(Duration.ofSeconds(1));
        assertThat(fixture.redeem(token)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN));
    }

    @Test
    void session_coversRequestsOfThatSessionOnly() {
        fixture.prompter.answer(ConsentAnswer.SESSION, ConsentAnswer.DENY);
        fixture.granted(inSession("s1"));
        fixture.granted(inSession("s1"));
        assertThat(fixture.refusal(inSession("s2"))).isEqualTo(RefusalReason.USER_DENIED);
    }

    @Test
    void session_endsWithItsTokens() {
        fixture.prompter.answer(ConsentAnswer.SESSION, ConsentAnswer.SESSION);
        var ended = fixture.granted(inSession("s1")).code();
        var other = fixture.granted(inSession("s2")).code();
        assertThat(fixture.host.grants().endSession(USER, FOOD.id(), "s1")).isEqualTo(1);
        assertThat(fixture.redeem(ended)).isInstanceOf(RedemptionOutcome.Refused.class);
        assertThat(fixture.redeem(other)).isInstanceOf(RedemptionOutcome.Completed.class);
    }

    @Test
    void session_isForOneRequestWhereNobodyTellsWhenItEnds() {
        fixture.prompter.answer(ConsentAnswer.SESSION);
        fixture.granted();
        assertThat(fixture.host.grants().list(USER)).extracting(Grant::term).containsExactly(new Term.Once());
    }

    @Test
    void term_isReadBackAsItWasGiven() {
        fixture.prompter.answer(ConsentAnswer.WEEK, ConsentAnswer.SESSION);
        fixture.granted();
        fixture.granted(fixture.request(ScopeCatalog.LICENSE_PLATE));
        var end = fixture.clock.instant().plus(WEEK);
        assertThat(fixture.host.grants().list(USER)).extracting(Grant::term).contains(new Term.Until(end));
    }

    @Test
    void boundGrant_coversOnlyWhatItIsBoundTo() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        fixture.granted(bound("A-1"));
        fixture.granted(bound("A-1"));
        assertThat(fixture.refusal(bound("A-2"))).isEqualTo(RefusalReason.USER_DENIED);
        assertThat(fixture.prompter.seen.getFirst().matter()).contains(new Wording("order A-1", "订单 A-1"));
    }

    @Test
    void boundToken_isRedeemedWithItsParametersOnly() {
        fixture.prompter.answer(ConsentAnswer.ONCE, ConsentAnswer.ONCE);
        var soup = fixture.granted(boundToDish("soup")).code();
        var cake = fixture.granted(boundToDish("cake")).code();
        assertThat(fixture.redeem(soup)).isInstanceOf(RedemptionOutcome.Completed.class);
        assertThat(fixture.redeem(cake)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.ACTION_NOT_ALLOWED));
    }

    @Test
    void standing_isForOneProgramScopeAndRecipientAndBoundToNothing() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.granted();
        assertThat(standing(FOOD, ScopeCatalog.PHONE_NUMBER, GATEWAY)).isTrue();
        assertThat(standing(HostFixture.OTHER, ScopeCatalog.PHONE_NUMBER, GATEWAY)).isFalse();
        assertThat(standing(FOOD, ScopeCatalog.EMAIL, GATEWAY)).isFalse();
        assertThat(standing(FOOD, ScopeCatalog.PHONE_NUMBER, HostFixture.COURIER)).isFalse();
    }

    @Test
    void standing_isNotWhatIsBoundOrForOnce() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.ONCE);
        fixture.granted(bound("A-1"));
        fixture.granted();
        assertThat(standing(FOOD, ScopeCatalog.PHONE_NUMBER, GATEWAY)).isFalse();
    }

    @Test
    void until_coversUpToItsEnd() {
        var end = fixture.clock.instant();
        assertThat(new Term.Until(end).covers("any", end.minusMillis(1))).isTrue();
        assertThat(new Term.Until(end).covers("any", end)).isFalse();
    }

    private boolean standing(ProgramRegistration program, Scope scope, RecipientId recipient) {
        return fixture.host.grants().standing(program.id(), USER, scope, recipient).isPresent();
    }

    private AccessRequest boundToDish(String dish) {
        return fixture.request().boundTo(new Binding(Map.of("dish", dish), Optional.empty()));
    }

    private AccessRequest bound(String order) {
        var shown = new Wording("order " + order, "订单 " + order);
        return fixture.request().boundTo(new Binding(Map.of("order", order), Optional.of(shown)));
    }

    private AccessRequest inSession(String session) {
        return fixture.request(FOOD, new RequestContext(true, true, true, session), GATEWAY);
    }
}
