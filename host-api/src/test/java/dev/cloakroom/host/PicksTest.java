package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.TAPPED;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.Audience;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PicksTest {

    private static final AccessRequest PICTURES = new AccessRequest(
        FOOD,
        USER,
        ScopeCatalog.PHOTO,
        "to show it",
        Set.of(),
        TAPPED
    );

    @TempDir
    Path directory;

    private HostFixture fixture;
    private int pickers;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void pick_isInTheLedgerBeforeTheProgramSeesIt() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);

        assertThat(pick(() -> {})).isEqualTo(new Pick.Taken<>(List.of("one", "two")));

        assertThat(fixture.kinds()).containsExactly("decided", "consented", "picked");
        assertThat(fixture.host.ledger().entries().getLast().json()).contains("\"items\":2").doesNotContain("one");
    }

    @Test
    void pickThatCannotBeWrittenDown_isNotHandedOver() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);

        fixture.storage.refusedKind = "picked";

        assertThat(pick(() -> {})).isEqualTo(new Pick.Refused<>(RefusalReason.UNAVAILABLE));
    }

    @ParameterizedTest
    @EnumSource(value = ConsentAnswer.class, names = { "DENY", "DISMISS" })
    void userWhoDoesNotAllow_seesNoPicker(ConsentAnswer answer) {
        fixture.prompter.answer(answer);

        assertThat(pick(() -> {})).isInstanceOf(Pick.Refused.class);

        assertThat(pickers).isZero();
        assertThat(fixture.kinds()).doesNotContain("picked");
    }

    @Test
    void nothingPicked_isARefusal() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);

        assertThat(fixture.host.picks().ask(PICTURES, List::of)).isEqualTo(
            new Pick.Refused<>(RefusalReason.USER_DISMISSED)
        );
    }

    @Test
    void standingYes_stillNeedsAPickEachTime() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        pick(() -> {});
        pick(() -> {});

        assertThat(fixture.prompter.seen).hasSize(1);
        assertThat(pickers).isEqualTo(2);
    }

    @Test
    void yesThatIsTakenBackWhileTheUserPicks_handsNothingOver() {
        fixture.prompter.answer(ConsentAnswer.ALLOW);

        assertThat(pick(() -> fixture.host.grants().revoke(USER, FOOD.id(), ScopeCatalog.PHOTO))).isEqualTo(
            new Pick.Refused<>(RefusalReason.USER_DENIED)
        );
    }

    @Test
    void scopeThatIsSwitchedOffWhileTheUserPicks_handsNothingOver() {
        fixture.prompter.answer(ConsentAnswer.ONCE);

        assertThat(
            pick(() -> fixture.host.settings().setAudience(USER, ScopeCatalog.PHOTO, new Audience.Nobody()))
        ).isEqualTo(new Pick.Refused<>(RefusalReason.USER_DENIED));
    }

    @Test
    void programThatIsRemovedWhileTheUserPicks_getsNothing() {
        fixture.prompter.answer(ConsentAnswer.ONCE);

        assertThat(pick(() -> fixture.host.broker().uninstall(FOOD.id(), USER))).isEqualTo(
            new Pick.Refused<>(RefusalReason.USER_DENIED)
        );
    }

    /** The user picks two things, and {@code meanwhile} happens before they are done. */
    private Pick<String> pick(Runnable meanwhile) {
        return fixture.host.picks().ask(PICTURES, () -> {
            pickers++;
            meanwhile.run();
            return List.of("one", "two");
        });
    }
}
