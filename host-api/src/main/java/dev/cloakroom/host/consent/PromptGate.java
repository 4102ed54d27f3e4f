package dev.cloakroom.host.consent;

import dev.cloakroom.host.consent.DenialStore.Denial;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.AfterDenial;
import dev.cloakroom.host.scope.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a program may prompt the user now. A no counts: where the scope is settled by it, as WeChat settles those of
 * {@code wx.authorize}, until the user allows it in the settings; elsewhere for pauses that grow. And no program
 * prompts too often, whatever the answers are.
 */
final class PromptGate {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** After the first no in a row, the second, and so on. */
    private static final List<Duration> PAUSES = List.of(
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofDays(1)
    );

    private final DenialStore denials;
    private final ConsentReceiptStore receipts;
    private final int mostPrompts;
    private final Clock clock;

    /** @param mostPrompts of one program to one user in ten minutes */
    PromptGate(DenialStore denials, ConsentReceiptStore receipts, int mostPrompts, Clock clock) {
        this.denials = denials;
        this.receipts = receipts;
        this.mostPrompts = mostPrompts;
        this.clock = clock;
    }

    /** Why there is no prompt; empty when there may be one. */
    Optional<RefusalReason> closed(AccessRequest request) {
        var user = request.user();
        var program = request.program().id();
        if (denied(user, program, request.scope())) {
            return Optional.of(RefusalReason.DENIED_BEFORE);
        }
        var prompts = receipts.countSince(user, program, clock.instant().minus(WINDOW));
        return prompts < mostPrompts ? Optional.empty() : Optional.of(RefusalReason.ASKED_TOO_OFTEN);
    }

    /** Whether a no of the user still stands. */
    boolean denied(UserId user, ProgramId program, Scope scope) {
        return denials
            .find(user, program, scope)
            .map(denial -> denial.notBefore().map(clock.instant()::isBefore).orElse(true))
            .orElse(false);
    }

    /** Counts the answer. */
    void record(ConsentReceipt receipt) {
        switch (receipt.answer()) {
            case DENY -> countDenial(receipt, receipt.scope().afterDenial() == AfterDenial.SETTINGS_ONLY);
            case DISMISS -> {
                // a tab that closed is no answer: it counts as a prompt only
            }
            default -> denials.delete(receipt.user(), receipt.program(), receipt.scope());
        }
    }

    /** The user allows prompts again. */
    void open(UserId user, ProgramId program, Scope scope) {
        denials.delete(user, program, scope);
    }

    void forget(UserId user, ProgramId program) {
        denials.deleteAll(user, program);
    }

    void forget(UserId user) {
        denials.deleteAll(user);
    }

    private void countDenial(ConsentReceipt receipt, boolean settled) {
        var user = receipt.user();
        var before = denials.find(user, receipt.program(), receipt.scope()).map(Denial::count).orElse(0);
        var pause = PAUSES.get(Math.min(before, PAUSES.size() - 1));
        Optional<Instant> notBefore = settled ? Optional.empty() : Optional.of(receipt.at().plus(pause));
        denials.save(user, receipt.program(), receipt.scope(), new Denial(before + 1, notBefore));
    }
}
