package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.settings.Block;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacySettingsTest {

    private static final String HERE = "{\"latitude\": 39.90, \"longitude\": 116.40}";

    @TempDir
    Path directory;

    HostFixture fixture;
    PrivacySettings settings;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        settings = fixture.host.settings();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nobody_isNotAskedFor() {
        settings.setAudience(USER, ScopeCatalog.PHONE_NUMBER, new Audience.Nobody());
        assertThat(fixture.refusal(fixture.request())).isEqualTo(RefusalReason.SWITCHED_OFF);
        assertThat(fixture.prompter.seen).isEmpty();
    }

    @Test
    void chosenPrograms_areAskedForAndOthersAreNot() {
        settings.setAudience(USER, ScopeCatalog.PHONE_NUMBER, new Audience.ChosenPrograms(Set.of(OTHER.id())));
        assertThat(fixture.refusal(fixture.request())).isEqualTo(RefusalReason.SWITCHED_OFF);
        settings.setAudience(USER, ScopeCatalog.PHONE_NUMBER, new Audience.ChosenPrograms(Set.of(FOOD.id())));
        fixture.prompter.answer(ConsentAnswer.ONCE);
        assertThat(fixture.granted().code()).hasSize(43);
    }

    @Test
    void audience_isReadBackAsItWasSet() {
        var chosen = new Audience.ChosenPrograms(Set.of(FOOD.id(), OTHER.id()));
        settings.setAudience(USER, ScopeCatalog.ADDRESS, chosen);
        settings.setAudience(USER, ScopeCatalog.FRIENDS, new Audience.Friends());
        settings.setAudience(USER, ScopeCatalog.USER_INFO, new Audience.Everyone());
        var audiences = settings.of(USER).audiences();
        assertThat(audiences)
            .hasSize(ScopeCatalog.all().size())
            .containsEntry(ScopeCatalog.ADDRESS, chosen)
            .containsEntry(ScopeCatalog.FRIENDS, new Audience.Friends())
            .containsEntry(ScopeCatalog.USER_INFO, new Audience.Everyone())
            .containsEntry(ScopeCatalog.PHONE_NUMBER, new Audience.AnyProgram())
            .containsEntry(ScopeCatalog.MARKETING_DATA, new Audience.Nobody());
    }

    @Test
    void switchedOff_killsTokensThatAreOut() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        var token = fixture.granted().code();
        settings.setAudience(USER, ScopeCatalog.PHONE_NUMBER, new Audience.Nobody());
        assertThat(fixture.redeem(token)).isEqualTo(new RedemptionOutcome.Refused(RefusalReason.SWITCHED_OFF));
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void switchedOffWhileTheDialogIsOpen_disclosesNothing() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.prompter.meanwhile = () -> settings.setAudience(USER, ScopeCatalog.PHONE_NUMBER, new Audience.Nobody());
        assertThat(fixture.refusal(fixture.request())).isEqualTo(RefusalReason.SWITCHED_OFF);
        assertThat(fixture.kinds()).doesNotContain("minted");
    }

    @Test
    void locationOff_isOneSwitchForEveryScopeOfTheCategory() {
        fixture.host.vault().ownerView(USER).put(Field.LOCATION, HERE);
        settings.setLocationOff(USER, true);
        var precise = fixture.request(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL);
        var fuzzy = fixture.request(ScopeCatalog.USER_FUZZY_LOCATION, Derivation.LOCATION_AREA);
        assertThat(fixture.refusal(precise)).isEqualTo(RefusalReason.SWITCHED_OFF);
        assertThat(fixture.refusal(fuzzy)).isEqualTo(RefusalReason.SWITCHED_OFF);
        settings.setLocationOff(USER, false);
        fixture.prompter.answer(ConsentAnswer.ONCE);
        assertThat(fixture.granted(fuzzy).answers()).hasSize(1);
    }

    @Test
    void block_isForOneProgramAndOnePurposeOrAll() {
        var other = new Block(FOOD.id(), ScopeCatalog.PHONE_NUMBER, Optional.of("to sell it"));
        settings.block(USER, other);
        fixture.prompter.answer(ConsentAnswer.ONCE);
        assertThat(fixture.granted().code()).hasSize(43);
        var all = new Block(FOOD.id(), ScopeCatalog.PHONE_NUMBER, Optional.empty());
        settings.block(USER, all);
        assertThat(fixture.refusal(fixture.request())).isEqualTo(RefusalReason.SWITCHED_OFF);
        assertThat(settings.of(USER).blocks()).containsExactlyInAnyOrder(other, all);
        settings.unblock(USER, all);
        settings.unblock(USER, other);
        assertThat(settings.of(USER).blocks()).isEmpty();
    }

    @Test
    void blockedPurpose_isNotAskedFor() {
        settings.block(USER, new Block(FOOD.id(), ScopeCatalog.ADDRESS, Optional.of("because")));
        assertThat(fixture.refusal(fixture.request(ScopeCatalog.ADDRESS))).isEqualTo(RefusalReason.SWITCHED_OFF);
    }

    /** And no program can tell whether the user has opted in: the shipped policy denies before the switch is looked at. */
    @Test
    void usageAndMarketing_areOffUntilTheUserOptsIn() {
        assertThat(settings.of(USER).audiences()).containsEntry(ScopeCatalog.USAGE_DATA, new Audience.Nobody());
        var before = fixture.refusal(fixture.request(ScopeCatalog.USAGE_DATA));
        settings.setDataSharing(USER, true);
        assertThat(settings.of(USER).audiences())
            .containsEntry(ScopeCatalog.USAGE_DATA, new Audience.AnyProgram())
            .containsEntry(ScopeCatalog.MARKETING_DATA, new Audience.AnyProgram());
        assertThat(fixture.refusal(fixture.request(ScopeCatalog.USAGE_DATA))).isEqualTo(before);
        settings.setDataSharing(USER, false);
        assertThat(settings.of(USER).audiences()).containsEntry(ScopeCatalog.MARKETING_DATA, new Audience.Nobody());
    }

    @Test
    void chosenValue_isWhatNewTokensStandFor() {
        var own = fixture.host.vault().ownerView(USER);
        own.put(Field.LICENSE_PLATE, "粤B12345");
        own.put(Field.LICENSE_PLATE, "work", "粤B99999");
        fixture.prompter.answer(ConsentAnswer.ONCE, ConsentAnswer.ONCE);
        var before = fixture.granted(fixture.request(ScopeCatalog.LICENSE_PLATE)).code();
        settings.choose(USER, FOOD.id(), ScopeCatalog.LICENSE_PLATE, "work");
        var after = fixture.granted(fixture.request(ScopeCatalog.LICENSE_PLATE)).code();
        fixture.handOver(after);
        fixture.handOver(before);
        assertThat(fixture.sent).containsExactly("office: 粤B99999", "office: 粤B12345");
        assertThat(own.labels(Field.LICENSE_PLATE)).containsExactly("", "work");
    }
}
