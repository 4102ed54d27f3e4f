package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.COURIER;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.PHONE;
import static dev.cloakroom.host.HostFixture.USER;
import static dev.cloakroom.host.HostFixture.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionReceipt;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Caveat;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.token.TokenRecord;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PersonalValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedeemerTest {

    private static final Map<String, String> SOUP = Map.of("template", "ready", "dish", "soup");
    private static final RedemptionOutcome ONE_ANSWER = new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN);

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
    void redeem_sendsToTheNumberAndTellsOnlyThat() {
        var receipt = receipt(fixture.redeem(token()));
        assertThat(receipt.result()).isEqualTo(RedemptionResult.SENT);
        assertThat(fixture.sent).containsExactly(PHONE + ": Your soup is ready");
        assertThat(receipt.toString()).doesNotContain(PHONE);
        assertThat(fixture.kinds()).endsWith("redemption-reserved", "redemption-completed");
    }

    @Test
    void redeem_givesUnknownForeignUsedRevokedAndExpiredTokensOneAnswer() {
        assertThat(fixture.redeem("nothing")).isEqualTo(ONE_ANSWER);

        var foreign = token();
        assertThat(redeem(OTHER, redemption(foreign))).isEqualTo(ONE_ANSWER);

        var used = token();
        fixture.redeem(used);
        assertThat(fixture.redeem(used)).isEqualTo(ONE_ANSWER);

        var expired = token();
        fixture.clock.move(ScopeCatalog.PHONE_NUMBER.maxTokenLifetime());
        assertThat(fixture.redeem(expired)).isEqualTo(ONE_ANSWER);

        var revoked = token();
        fixture.host.grants().revokeAll(USER);
        assertThat(fixture.redeem(revoked)).isEqualTo(ONE_ANSWER);
        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void redeem_stillRefusesAnExpiredTokenWhenTheClockGoesBack() {
        var token = token();
        fixture.clock.move(Duration.ofDays(2));
        fixture.redeem("another");
        fixture.clock.move(Duration.ofDays(-2));
        assertThat(fixture.redeem(token)).isEqualTo(ONE_ANSWER);
    }

    @Test
    void redeem_refusesATokenFromTheFuture() {
        var token = token();
        fixture.clock.move(Duration.ofHours(-1));
        assertThat(fixture.redeem(token)).isEqualTo(ONE_ANSWER);
    }

    @Test
    void redeem_failsLateWhenTheUserHasNoNumber() {
        var token = token();
        fixture.host.vault().ownerView(USER).erase(Field.PHONE);
        assertThat(receipt(fixture.redeem(token)).result()).isEqualTo(RedemptionResult.FAILED);
        assertThat(fixture.kinds()).endsWith("redemption-reserved", "redemption-completed");
        assertThat(fixture.redeem(token)).isEqualTo(ONE_ANSWER);
    }

    @Test
    void redeem_takesTheHostAppsOwnNumberFirst() {
        fixture.dataSource = (_, field) ->
            field == Field.PHONE ? Optional.of(PersonalValue.of("139 1234 5678")) : Optional.empty();
        fixture.redeem(token());
        assertThat(fixture.sent).containsExactly("+8613912345678: Your soup is ready");
    }

    @Test
    void redeem_spendsNoUseOnParametersThatDoNotFit() {
        var token = token();
        refused(Map.of("template", "ready"), token, RefusalReason.MISSING_PARAMETER);
        refused(Map.of("template", "none"), token, RefusalReason.UNKNOWN_TEMPLATE);
        refused(Map.of("template", "ready", "dish", "a", "to", "b"), token, RefusalReason.UNEXPECTED_PARAMETER);
        refused(Map.of("template", "ready", "dish", PHONE), token, RefusalReason.PARAMETER_NOT_ALLOWED);
        assertThat(receipt(fixture.redeem(token)).result()).isEqualTo(RedemptionResult.SENT);
    }

    private void refused(Map<String, String> parameters, String token, RefusalReason reason) {
        var outcome = redeem(FOOD, redemption(token, parameters, Optional.empty()));
        assertThat(outcome).isEqualTo(new RedemptionOutcome.Refused(reason));
    }

    @Test
    void redeem_refusesAnActionThatTheHostDoesNotOffer() {
        var request = new RedemptionRequest(token(), "reveal", GATEWAY, SOUP, Optional.empty());
        assertThat(redeem(FOOD, request)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.UNKNOWN_ACTION));
    }

    @Test
    void redeem_refusesARecipientWithoutAGateway() {
        var request = new RedemptionRequest(token(), "send-sms", COURIER, SOUP, Optional.empty());
        assertThat(redeem(FOOD, request)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.UNKNOWN_RECIPIENT));
    }

    @Test
    void redeem_asksTodaysPolicy() {
        var token = token();
        var policy = """
        {"rules": [{"id": "closed", "effect": "deny", "when": {"programs": ["food-order"]}}]}""";
        try (var stricter = new HostFixture(directory, PolicySet.parse(policy))) {
            var outcome = stricter.redeem(token);
            assertThat(outcome).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.DENIED_BY_RULE));
            assertThat(stricter.sent).isEmpty();
            assertThat(stricter.host.ledger().entries().getLast().json()).contains("REDEMPTION", "closed");
        }
        assertThat(receipt(fixture.redeem(token)).result()).isEqualTo(RedemptionResult.SENT);
    }

    @Test
    void redeem_repeatsTheReceiptForTheSameKeyAndRequest() {
        var request = redemption(token(), SOUP, Optional.of("order-1"));
        var first = redeem(FOOD, request);
        assertThat(redeem(FOOD, request)).isEqualTo(first);
        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void redeem_asksForAKeyWhereATokenHasSeveralUses() {
        var token = tokenOfTwoUses();
        assertThat(redeem(FOOD, redemption(token))).isEqualTo(
            new RedemptionOutcome.Refused(RefusalReason.IDEMPOTENCY_KEY_REQUIRED)
        );
        var first = redemption(token, SOUP, Optional.of("order-1"));
        receipt(redeem(FOOD, first));
        receipt(redeem(FOOD, first));
        assertThat(fixture.sent).as("asked twice, done once").hasSize(1);
        receipt(redeem(FOOD, redemption(token, SOUP, Optional.of("order-2"))));
        assertThat(redeem(FOOD, redemption(token, SOUP, Optional.of("order-3")))).isEqualTo(ONE_ANSWER);
    }

    private String tokenOfTwoUses() {
        var value = "two".repeat(15);
        var model = fixture.granted();
        var grant = fixture.host.grants().list(USER).getFirst();
        var now = fixture.clock.instant();
        var kept = new TokenRecord(
            "two-uses",
            grant,
            model.subject(),
            List.of(
                new Caveat.ExpiresAt(now.plusSeconds(60)),
                new Caveat.MaxUses(2),
                new Caveat.ForActions(Set.of("send-sms")),
                new Caveat.ForRecipients(Set.of(GATEWAY))
            ),
            HostFixture.TAPPED,
            now,
            0
        );
        fixture.storage.tokens().insert(FileKeyRing.open(directory).digest(SecretKind.ACCESS_TOKEN, value), kept);
        return value;
    }

    @Test
    void redeem_refusesTheSameKeyForAnotherRequest() {
        redeem(FOOD, redemption(token(), SOUP, Optional.of("order-1")));
        var other = redemption(token(), Map.of("template", "ready", "dish", "rice"), Optional.of("order-1"));
        assertThat(redeem(FOOD, other)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void redeem_leavesUnknownAndNeverActsAgainWhenTheActionThrows() {
        fixture.gateway = (phone, text, _) -> {
            fixture.sent.add(phone + text);
            throw new IllegalStateException("gateway broke at " + phone);
        };
        var request = redemption(token(), SOUP, Optional.of("order-1"));
        assertThat(receipt(redeem(FOOD, request)).result()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(receipt(redeem(FOOD, request)).result()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(fixture.redeem(request.token())).isEqualTo(ONE_ANSWER);
        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void redeem_leavesUnknownWhenTheOutcomeCannotBeRecorded() {
        var request = redemption(token(), SOUP, Optional.of("order-1"));
        fixture.storage.refusedKind = "redemption-completed";
        assertThat(receipt(redeem(FOOD, request)).result()).isEqualTo(RedemptionResult.UNKNOWN);
        fixture.storage.refusedKind = "none";
        assertThat(receipt(redeem(FOOD, request)).result()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void redeem_doesNotActWhenTheIntentCannotBeRecorded() {
        var token = token();
        fixture.storage.refusedKind = "redemption-reserved";
        assertThat(fixture.redeem(token)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.UNAVAILABLE));
        assertThat(fixture.sent).isEmpty();
        fixture.storage.refusedKind = "none";
        assertThat(receipt(fixture.redeem(token)).result()).isEqualTo(RedemptionResult.SENT);
    }

    @Test
    void redeem_hasTheIntentInASecondConnectionBeforeItActs() {
        var seen = new ArrayList<String>();
        fixture.gateway = (_, _, id) -> {
            try (var second = TestEngine.open(directory)) {
                second
                    .audit()
                    .entriesAfter(0, 100)
                    .forEach(entry -> seen.add(entry.json()));
            }
            assertThat(seen.getLast()).contains("redemption-reserved", id);
            return RedemptionResult.SENT;
        };
        assertThat(receipt(fixture.redeem(token())).result()).isEqualTo(RedemptionResult.SENT);
        assertThat(seen).isNotEmpty();
    }

    @Test
    void redeem_sendsOnceHoweverManyTryAtOnce() throws Exception {
        var program = fixture.authenticated(FOOD);
        try (var second = new HostFixture(directory); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < 10; race++) {
                var request = redemption(token());
                var tries = new ArrayList<Callable<RedemptionOutcome>>();
                for (int i = 0; i < 12; i++) {
                    var redeemer = i % 2 == 0 ? fixture.host.redeemer() : second.host.redeemer();
                    tries.add(() -> redeemer.redeem(program, request));
                }
                var outcomes = new ArrayList<RedemptionOutcome>();
                for (var result : threads.invokeAll(tries)) {
                    outcomes.add(result.get());
                }
                assertThat(outcomes).filteredOn(RedemptionOutcome.Completed.class::isInstance).hasSize(1);
                assertThat(outcomes).filteredOn(ONE_ANSWER::equals).hasSize(11);
            }
            assertThat(fixture.sent.size() + second.sent.size()).isEqualTo(10);
        }
    }

    @Test
    void redeem_refusesAfterARevocationByAnotherHost() {
        var token = token();
        try (var second = new HostFixture(directory)) {
            assertThat(second.host.grants().revoke(USER, FOOD.id(), ScopeCatalog.PHONE_NUMBER)).isEqualTo(1);
        }
        assertThat(fixture.redeem(token)).isEqualTo(ONE_ANSWER);
    }

    private String token() {
        return fixture.granted().code();
    }

    private RedemptionOutcome redeem(ProgramRegistration program, RedemptionRequest request) {
        return fixture.host.redeemer().redeem(fixture.authenticated(program), request);
    }

    private static RedemptionReceipt receipt(RedemptionOutcome outcome) {
        return ((RedemptionOutcome.Completed) outcome).receipt();
    }
}
