package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.COURIER;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.TAPPED;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {

    private static final String PERMIT_ALL = """
    {"rules": [{"id": "trusted", "effect": "permit", "when": {"scopes": ["scope.phoneNumber"]}}]}""";

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
    void request_grantsATokenWhenTheUserAllows() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        var granted = fixture.granted();
        assertThat(granted.code()).hasSize(43);
        assertThat(granted.subject().value()).hasSize(22);
        assertThat(fixture.kinds()).containsExactly("decided", "consented", "minted");
    }

    @Test
    void request_showsVerifiedNamesAndThePurposeInVisibleForm() {
        fixture.prompter.answer(ConsentAnswer.DENY);
        fixture.host.broker().request(withPurpose("dinner\u202Egnp"));
        var prompt = fixture.prompter.seen.getFirst();
        assertThat(prompt.programName()).isEqualTo("Food Order");
        assertThat(prompt.recipients()).containsExactly("SMS Gateway");
        assertThat(prompt.purpose()).isEqualTo("dinner\\u{202e}gnp");
        assertThat(prompt.scope().wording().chinese()).contains("手机号");
    }

    @Test
    void request_mintsWithoutAskingUnderAStandingGrant() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        var first = fixture.granted();
        var second = fixture.granted();
        assertThat(fixture.prompter.seen).hasSize(1);
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.subject()).isEqualTo(first.subject());
    }

    @Test
    void request_asksAgainAfterOnce() {
        fixture.prompter.answer(ConsentAnswer.ONCE, ConsentAnswer.ONCE);
        fixture.granted();
        fixture.granted();
        assertThat(fixture.prompter.seen).hasSize(2);
    }

    @Test
    void request_asksAgainForAnotherPurpose() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        fixture.granted();
        assertThat(refusal(withPurpose("advertising"))).isEqualTo(RefusalReason.USER_DENIED);
    }

    @Test
    void request_asksAgainAfterRevocation() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        fixture.granted();
        assertThat(fixture.host.grants().revoke(USER, FOOD.id(), ScopeCatalog.PHONE_NUMBER)).isEqualTo(1);
        assertThat(refusal(fixture.request())).isEqualTo(RefusalReason.USER_DENIED);
        assertThat(fixture.host.grants().list(USER)).isEmpty();
    }

    @Test
    void request_doesNotUseAnotherProgramsGrant() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        fixture.granted();
        assertThat(refusal(fixture.request(OTHER, TAPPED, GATEWAY))).isEqualTo(RefusalReason.USER_DENIED);
    }

    @ParameterizedTest
    @EnumSource(value = ConsentAnswer.class, names = { "DENY", "DISMISS" })
    void request_refusesAndKeepsAReceiptWhenTheUserDoesNotAllow(ConsentAnswer answer) {
        fixture.prompter.answer(answer);
        var reason = refusal(fixture.request());
        assertThat(reason.code().errMsg()).isEqualTo("fail user deny");
        assertThat(fixture.host.consents().list(USER)).extracting(ConsentReceipt::answer).containsExactly(answer);
        assertThat(fixture.kinds()).containsExactly("decided", "consent-refused");
    }

    @Test
    void request_refusesWhenThePrompterThrows() {
        assertThat(refusal(fixture.request())).isEqualTo(RefusalReason.USER_DISMISSED);
    }

    @Test
    void request_refusesAScopeThatIsNotDeclared() {
        var context = new RequestContext(false, true, true);
        var reason = refusal(fixture.request(FOOD, context, GATEWAY));
        assertThat(reason).isEqualTo(RefusalReason.NOT_DECLARED);
        assertThat(reason.code().errno()).isEqualTo(112);
        assertThat(fixture.prompter.seen).isEmpty();
        assertThat(fixture.host.ledger().entries().getFirst().json()).contains("undeclared-scope", "NOT_DECLARED");
    }

    @Test
    void request_refusesThePhoneWithoutAGesture() {
        var context = new RequestContext(true, false, true);
        assertThat(refusal(fixture.request(FOOD, context, GATEWAY))).isEqualTo(RefusalReason.NO_GESTURE);
    }

    @Test
    void request_refusesInTheBackground() {
        var context = new RequestContext(true, true, false);
        assertThat(refusal(fixture.request(FOOD, context, GATEWAY))).isEqualTo(RefusalReason.NOT_FOREGROUND);
    }

    @Test
    void request_refusesARecipientThatTheRegistryDoesNotKnow() {
        var request = fixture.request(FOOD, TAPPED, GATEWAY, new RecipientId("evil"));
        assertThat(refusal(request)).isEqualTo(RefusalReason.UNKNOWN_RECIPIENT);
    }

    @Test
    void request_refusesWithoutAnyRecipient() {
        assertThat(refusal(fixture.request(FOOD, TAPPED))).isEqualTo(RefusalReason.UNKNOWN_RECIPIENT);
    }

    @Test
    void request_refusesARecipientWithoutTheScope() {
        var reason = refusal(fixture.request(FOOD, TAPPED, COURIER));
        assertThat(reason).isEqualTo(RefusalReason.RECIPIENT_NOT_ALLOWED);
    }

    @Test
    void request_asksTheSameWhetherTheDatumExistsOrNot() {
        fixture.prompter.answer(ConsentAnswer.ONCE, ConsentAnswer.ONCE);
        fixture.granted();
        fixture.host.vault().ownerView(USER).erase(Field.PHONE);
        fixture.granted();
        var prompts = fixture.prompter.seen;
        assertThat(prompts.get(1)).usingRecursiveComparison().ignoringFields("id").isEqualTo(prompts.getFirst());
    }

    @Test
    void request_isInTheLedgerOfASecondConnectionWhenItReturns() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.granted();
        try (var second = TestEngine.open(directory)) {
            assertThat(second.audit().entriesAfter(0, 100)).isEqualTo(fixture.host.ledger().entries()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "decided", "consented", "minted" })
    void request_leavesNoWorkingTokenWhenTheLedgerFails(String kind) {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.storage.refusedKind = kind;
        assertThat(refusal(fixture.request())).isEqualTo(RefusalReason.UNAVAILABLE);
        assertThat(fixture.host.grants().list(USER)).isEmpty();
        assertThat(List.copyOf(fixture.randoms)).isNotEmpty().allSatisfy(this::isNoToken);
        assertThat(fixture.sent).isEmpty();
    }

    private void isNoToken(String text) {
        assertThat(fixture.redeem(text)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN));
    }

    @Test
    void request_mintsWithoutAskingWhereThePolicyPermits() {
        try (var permitted = new HostFixture(directory, PolicySet.parse(PERMIT_ALL))) {
            permitted.granted();
            assertThat(permitted.prompter.seen).isEmpty();
            assertThat(permitted.kinds()).containsExactly("decided", "minted");
        }
    }

    @Test
    void request_givesTheCoarseAnswerUnderTheGrant() {
        fixture.prompter.answer(ConsentAnswer.ONCE);
        var granted = (Disclosure.Granted) fixture.host.broker().request(withCallingCode());
        assertThat(granted.answers()).containsExactly(Map.entry(Derivation.PHONE_CALLING_CODE, "\"86\""));
        assertThat(fixture.kinds()).containsExactly("decided", "consented", "derived", "minted");
    }

    @Test
    void request_refusesAMissingDatumLikeAUsersNo() {
        fixture.host.vault().ownerView(USER).erase(Field.PHONE);
        fixture.prompter.answer(ConsentAnswer.ONCE);
        assertThat(refusal(withCallingCode())).isEqualTo(RefusalReason.NOT_AVAILABLE);
        assertThat(RefusalReason.NOT_AVAILABLE.code()).isEqualTo(RefusalReason.USER_DENIED.code());
        assertThat(fixture.kinds()).containsExactly("decided", "consented", "not-available");
    }

    @Test
    void request_givesNoAnswerThatItsScopeDoesNotHave() {
        assertThatThrownBy(() -> fixture.request().answering(Set.of(Derivation.STEPS))).isInstanceOf(
            IllegalArgumentException.class
        );
    }

    private AccessRequest withCallingCode() {
        return fixture.request().answering(Set.of(Derivation.PHONE_CALLING_CODE));
    }

    @Test
    void uninstall_revokesAndMakesTheUserAStranger() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.ALLOW);
        var before = fixture.granted();
        var code = fixture.host.logins().issue(FOOD.id(), USER);
        fixture.host.broker().uninstall(FOOD.id(), USER);
        isNoToken(before.code());
        assertThat(fixture.host.logins().exchange(fixture.authenticated(FOOD), code)).isEmpty();
        assertThat(fixture.granted().subject()).isNotEqualTo(before.subject());
        assertThat(fixture.kinds()).contains("revoked", "uninstalled");
    }

    @Test
    void dialogThatOutlivesTheProgram_grantsNothing() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.prompter.meanwhile = () -> fixture.host.broker().uninstall(FOOD.id(), USER);
        assertThat(refusal(fixture.request())).isEqualTo(RefusalReason.USER_DISMISSED);
        assertThat(fixture.host.grants().list(USER)).isEmpty();
        assertThat(fixture.kinds()).doesNotContain("minted");
    }

    private AccessRequest withPurpose(String purpose) {
        return new AccessRequest(FOOD, USER, ScopeCatalog.PHONE_NUMBER, purpose, Set.of(GATEWAY), TAPPED);
    }

    private RefusalReason refusal(AccessRequest request) {
        return ((Disclosure.Refused) fixture.host.broker().request(request)).reason();
    }
}
