package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.PHONE;
import static dev.cloakroom.host.HostFixture.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.SendSms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Actions that do not end, end late, or end in a way that they must not. */
@Timeout(60)
class HungActionTest {

    private static final Map<String, String> SOUP = Map.of("template", "ready", "dish", "soup");

    @TempDir
    Path directory;

    HostFixture fixture;
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        fixture.prompter.answer(ConsentAnswer.ALLOW);
        fixture.deadline = Duration.ofMillis(20);
    }

    @AfterEach
    void close() {
        released.countDown();
        fixture.close();
    }

    @Test
    void redeem_tellsUnknownAndInterruptsWhenTheActionHangs() throws InterruptedException {
        fixture.gateway = (phone, _, _) -> hangUntilReleased(phone);
        assertThat(result(keyed())).isEqualTo(RedemptionResult.UNKNOWN);
        interrupted.await();
        assertThat(fixture.kinds()).endsWith("redemption-reserved");
    }

    @Test
    void redeem_actsOnceHoweverOftenAHungOneIsRepeated() {
        fixture.gateway = (phone, _, _) -> hangUntilReleased(phone);
        var request = keyed();
        for (int i = 0; i < 5; i++) {
            assertThat(result(request)).isEqualTo(RedemptionResult.UNKNOWN);
        }
        assertThat(redeem(redemption(request.token()))).isEqualTo(
            new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN)
        );
        assertThat(fixture.sent).containsExactly(PHONE);
    }

    @Test
    void redeem_recordsAnEndThatComesAfterTheDeadline() throws InterruptedException {
        fixture.gateway = (phone, _, _) -> hangUntilReleased(phone);
        var request = keyed();
        assertThat(result(request)).isEqualTo(RedemptionResult.UNKNOWN);
        interrupted.await();
        released.countDown();
        while (result(request) == RedemptionResult.UNKNOWN) {
            Thread.sleep(5);
        }
        assertThat(result(request)).isEqualTo(RedemptionResult.SENT);
        assertThat(fixture.kinds()).endsWith("redemption-reserved", "redemption-completed");
        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void redeem_holdsNoTransactionOpenWhileAnActionHangs() {
        fixture.gateway = (phone, _, _) -> hangUntilReleased(phone);
        assertThat(result(keyed())).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(fixture.host.grants().revokeAll(HostFixture.USER)).isEqualTo(1);
    }

    @Test
    void redeem_tellsUnknownWhenItsCallerIsInterrupted() throws InterruptedException {
        fixture.deadline = Duration.ofDays(1);
        fixture.gateway = (phone, _, _) -> {
            released.countDown();
            return hang(phone);
        };
        var request = keyed();
        var results = new CompletableFuture<RedemptionResult>();
        var stillInterrupted = new CompletableFuture<Boolean>();
        var caller = Thread.startVirtualThread(() -> {
            results.complete(result(request));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        released.await();
        caller.interrupt();
        assertThat(results.join()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(stillInterrupted.join()).isTrue();
        interrupted.await();
    }

    @Test
    void redeem_tellsUnknownWhenTheActionEndsInAnError() {
        fixture.deadline = Duration.ofDays(1);
        fixture.gateway = (_, _, _) -> {
            throw new NoClassDefFoundError("the adapter is half installed");
        };
        assertThat(result(keyed())).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(fixture.kinds()).endsWith("redemption-completed");
    }

    @Test
    @SuppressWarnings("NullAway")
    void redeem_tellsUnknownWhenTheActionTellsNothing() {
        fixture.deadline = Duration.ofDays(1);
        fixture.gateway = (_, _, _) -> null;
        assertThat(result(keyed())).isEqualTo(RedemptionResult.UNKNOWN);
    }

    @Test
    void deadline_isHalfAMinuteWhereAnActionNamesNone() {
        assertThat(new SendSms(Map.of(), List.of()).deadline()).isEqualTo(Duration.ofSeconds(30));
    }

    /** Sends, and takes no notice of an interrupt. */
    private RedemptionResult hangUntilReleased(String phone) {
        hang(phone);
        try {
            released.await();
            return RedemptionResult.SENT;
        } catch (InterruptedException e) {
            throw new AssertionError("only one interrupt is expected", e);
        }
    }

    /** Sends, and hangs until it is interrupted. */
    private RedemptionResult hang(String phone) {
        fixture.sent.add(phone);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return RedemptionResult.SENT;
    }

    private RedemptionRequest keyed() {
        return redemption(fixture.granted().code(), SOUP, Optional.of("order-1"));
    }

    private RedemptionResult result(RedemptionRequest request) {
        return ((RedemptionOutcome.Completed) redeem(request)).receipt().result();
    }

    private RedemptionOutcome redeem(RedemptionRequest request) {
        return fixture.host.redeemer().redeem(fixture.authenticated(FOOD), request);
    }
}
