package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptGateTest {

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
    void noesInARow_makePausesThatGrow() {
        deny(3);
        assertThat(refusal()).isEqualTo(RefusalReason.DENIED_BEFORE);
        fixture.clock.move(Duration.ofMinutes(1));
        deny(1);
        fixture.clock.move(Duration.ofMinutes(9));
        assertThat(refusal()).isEqualTo(RefusalReason.DENIED_BEFORE);
        fixture.clock.move(Duration.ofMinutes(1));
        deny(1);
        fixture.clock.move(Duration.ofMinutes(59));
        assertThat(refusal()).isEqualTo(RefusalReason.DENIED_BEFORE);
        assertThat(fixture.prompter.seen).hasSize(5);
    }

    @Test
    void yes_endsThePauses() {
        deny(3);
        fixture.clock.move(Duration.ofMinutes(1));
        fixture.prompter.answer(ConsentAnswer.ONCE);
        fixture.granted();
        deny(2);
        assertThat(fixture.prompter.seen).hasSize(6);
    }

    @Test
    void settledScope_failsAfterOneNoUntilTheUserReopensIt() {
        var request = fixture.request(ScopeCatalog.AGE, Derivation.AGE_OVER_18);
        fixture.prompter.answer(ConsentAnswer.DENY);
        assertThat(fixture.refusal(request)).isEqualTo(RefusalReason.USER_DENIED);
        fixture.clock.move(Duration.ofDays(400));
        assertThat(fixture.refusal(request)).isEqualTo(RefusalReason.DENIED_BEFORE);
        assertThat(fixture.host.consents().denied(USER, FOOD.id())).containsExactly(ScopeCatalog.AGE);
        fixture.host.consents().reopen(USER, FOOD.id(), ScopeCatalog.AGE);
        fixture.prompter.answer(ConsentAnswer.DENY);
        assertThat(fixture.refusal(request)).isEqualTo(RefusalReason.USER_DENIED);
    }

    @Test
    void uninstall_forgetsTheNoes() {
        deny(3);
        fixture.host.broker().uninstall(FOOD.id(), USER);
        deny(1);
        assertThat(fixture.prompter.seen).hasSize(4);
    }

    @Test
    void refusalWithoutAPrompt_looksLikeTheUsersAndIsInTheLedger() {
        deny(3);
        assertThat(refusal().code()).isEqualTo(RefusalReason.USER_DENIED.code());
        assertThat(fixture.kinds()).endsWith("decided", "not-asked");
    }

    @Test
    void closedTabs_countAsPromptsOnly() {
        for (int i = 0; i < 60; i++) {
            fixture.prompter.answer(ConsentAnswer.DISMISS);
            assertThat(refusal()).isEqualTo(RefusalReason.USER_DISMISSED);
        }
        assertThat(refusal()).isEqualTo(RefusalReason.ASKED_TOO_OFTEN);
        fixture.clock.move(Duration.ofMinutes(11));
        fixture.prompter.answer(ConsentAnswer.DISMISS);
        assertThat(refusal()).isEqualTo(RefusalReason.USER_DISMISSED);
    }

    @Test
    void prompt_isTheSameWhetherOrNotThereIsAValue() {
        fixture.prompter.answer(ConsentAnswer.DENY, ConsentAnswer.DENY);
        refusal();
        fixture.host.vault().ownerView(USER).erase(Field.PHONE);
        refusal();
        var with = fixture.prompter.seen.getFirst();
        var without = fixture.prompter.seen.getLast();
        assertThat(without).usingRecursiveComparison().ignoringFields("id").isEqualTo(with);
    }

    @Test
    void secondRequest_waitsForTheFirstPromptAndUsesItsAnswer() throws InterruptedException, ExecutionException {
        var shown = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        fixture.prompter.meanwhile = () -> {
            shown.countDown();
            await(answered);
        };
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> fixture.granted());
            shown.await();
            var second = threads.submit(() -> fixture.granted());
            answered.countDown();
            assertThat(first.get().code()).isNotEqualTo(second.get().code());
        }
        assertThat(fixture.prompter.seen).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deny(int times) {
        for (int i = 0; i < times; i++) {
            fixture.prompter.answer(ConsentAnswer.DENY);
            assertThat(refusal()).isEqualTo(RefusalReason.USER_DENIED);
        }
    }

    private RefusalReason refusal() {
        return fixture.refusal(fixture.request());
    }
}
