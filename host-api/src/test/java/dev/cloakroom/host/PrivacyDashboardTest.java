package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.PHONE;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyDashboardTest {

    @TempDir
    Path directory;

    HostFixture fixture;
    PrivacyDashboard dashboard;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        dashboard = fixture.host.dashboard();
        fixture.host.programs().register(FOOD);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void programs_areThoseThatKnowTheUserWithWhatTheyMayDo() {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        var subject = fixture.granted().subject();
        fixture.refusal(fixture.request(ScopeCatalog.USER_INFO));
        var view = dashboard.programs(USER).getFirst();
        assertThat(view.program()).contains(FOOD);
        assertThat(view.subject()).isEqualTo(subject);
        assertThat(view.grants())
            .singleElement()
            .satisfies(grant -> assertThat(grant.scope()).isEqualTo(ScopeCatalog.PHONE_NUMBER));
        assertThat(view.denied()).containsExactly(ScopeCatalog.USER_INFO);
    }

    @Test
    void history_isOfThisUserAndProgramOnlyNewestFirst() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.redeem(fixture.granted().code());
        var history = dashboard.history(USER, FOOD.id(), Long.MAX_VALUE);
        assertThat(history).hasSize(fixture.kinds().size());
        assertThat(history.getFirst().json()).contains("redemption-completed");
        assertThat(dashboard.history(USER, HostFixture.OTHER.id(), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void receipts_sayWhatWasAskedAndAnswered() {
        fixture.prompter.answer(ConsentAnswer.WEEK, ConsentAnswer.DENY);
        fixture.granted();
        fixture.clock.move(Duration.ofSeconds(1));
        fixture.refusal(fixture.request(ScopeCatalog.ADDRESS));
        var receipts = dashboard.receipts(USER);
        assertThat(receipts).hasSize(2);
        assertThat(receipts.getFirst().toString()).contains(
            "\"schema_version\":\"ISO/IEC TS 27560:2023\"",
            "\"pii_type\":\"scope.phoneNumber\"",
            "\"pii_category\":\"personal\"",
            "\"recipient_third_parties\":[\"sms-gateway\"]",
            "\"event_state\":\"consent_given\"",
            "\"validity_duration\":\"P7D\""
        );
        assertThat(receipts.getLast().toString()).contains("\"event_state\":\"consent_refused\"");
    }

    @Test
    void export_hasEverythingThatTheHostHas() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.granted();
        var own = fixture.host.vault().ownerView(USER);
        own.put(Field.LOCATION, "{\"latitude\": 39.9, \"longitude\": 116.4}");
        own.put(Field.PHONE, "work", "+8613900000000");
        fixture.host.settings().setLocationOff(USER, true);
        assertThat(dashboard.export(USER).toString()).contains(
            "\"phone\":{\"\":\"" + PHONE + "\",\"work\":\"+8613900000000\"}",
            "\"location\":{\"\":{\"latitude\":39.9,\"longitude\":116.4}}",
            "\"locationOff\":true",
            "\"scope\":\"scope.phoneNumber\"",
            "\"kind\":\"minted\"",
            "\"receipts\":[{"
        );
    }

    @Test
    void complaint_isInTheLedger() {
        dashboard.report(USER, FOOD.id(), AuditEvent.Complaint.SPAM);
        assertThat(fixture.host.ledger().entries().getLast().json()).contains("reported", "SPAM");
    }

    @Test
    void erase_leavesNobodyWhoCanTellWhoTheUserWas() throws IOException {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.ALLOW);
        var before = fixture.granted();
        fixture.redeem(fixture.granted().code());
        var alias = fixture.host.aliases().of(FOOD.id(), USER, AliasKind.NAME);
        dashboard.erase(USER);
        assertThat(fixture.redeem(before.code())).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN));
        assertThat(dashboard.programs(USER)).isEmpty();
        assertThat(dashboard.receipts(USER)).isEmpty();
        assertThat(fixture.host.aliases().owner(AliasKind.NAME, alias)).isEmpty();
        assertThat(fixture.host.vault().ownerView(USER).read(Field.PHONE)).isEmpty();
        assertThat(fixture.kinds()).endsWith("revoked", "erased");
        assertThat(fixture.granted().subject()).isNotEqualTo(before.subject());
    }

    @Test
    void erase_leavesNoRowWithTheUsersId() throws IOException {
        fixture.prompter.answer(ConsentAnswer.ALLOW, ConsentAnswer.DENY);
        fixture.redeem(fixture.granted().code());
        fixture.refusal(fixture.request(ScopeCatalog.USER_INFO));
        fixture.host.settings().setLocationOff(USER, true);
        fixture.host.settings().choose(USER, FOOD.id(), ScopeCatalog.PHONE_NUMBER, "work");
        fixture.host.logins().issue(FOOD.id(), USER);
        assertThat(storeText()).contains(USER.value());
        dashboard.erase(USER);
        fixture.close();
        assertThat(storeText()).doesNotContain(USER.value());
    }

    private String storeText() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
