package dev.cloakroom.host.redeem;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.redeem.RedemptionAction.Preparation;
import dev.cloakroom.host.redeem.RedemptionAction.PreparedAction;
import dev.cloakroom.host.token.TokenVerifier;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second enforcement point. One transaction checks everything, spends the use and writes the intent; only then is
 * XX
 */
public final class Redeemer {

    private static final Logger LOG = LoggerFactory.getLogger(Redeemer.class);

    private final Map<String, RedemptionAction> actions;
    private final Reservations reservations;
    private final Vault vault;
    private final RedemptionStore store;
    private final AuditLedger ledger;
    private final Transactions transactions;

    /**
     * Offers these actions.
     *
     * @throws IllegalStateException when two actions have one name
     */
    public Redeemer(
        List<RedemptionAction> actions,
        TokenVerifier verifier,
        PolicyDecisionPoint policy,
        Vault vault,
        RedemptionStore store,
        AuditLedger ledger,
        Transactions transactions,
        KeyRing keys,
        RandomSource random,
        Clock clock
    ) {
        this.actions = actions
            .stream()
            .collect(Collectors.toUnmodifiableMap(RedemptionAction::name, Function.identity()));
        var digests = new RequestDigests(keys);
        this.reservations = new Reservations(verifier, policy, store, ledger, digests, transactions, random, clock);
        this.vault = vault;
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    public RedemptionOutcome redeem(AuthenticatedProgram program, RedemptionRequest request) {
        var action = actions.get(request.action());
        return action == null
            ? new RedemptionOutcome.Refused(RefusalReason.UNKNOWN_ACTION)
            : redeem(program, request, action);
    }

    /** For what the host itself does with a token: the action is not one that a back end could ask for. */
    RedemptionOutcome redeem(AuthenticatedProgram program, RedemptionRequest request, PreparedAction action) {
        return redeem(program, request, action, RedemptionAction.DEADLINE);
    }

    private RedemptionOutcome redeem(AuthenticatedProgram program, RedemptionRequest request, RedemptionAction action) {
        return switch (action.prepare(request.recipient(), request.parameters())) {
            case Preparation.Unfit(var reason) -> new RedemptionOutcome.Refused(reason);
            case Preparation.Ready(var prepared) -> redeem(program, request, prepared, action.deadline());
        };
    }

    private RedemptionOutcome redeem(
        AuthenticatedProgram program,
        RedemptionRequest request,
        PreparedAction action,
        Duration deadline
    ) {
        return switch (reserve(program, request)) {
            case Reservation.Rejected(var reason) -> new RedemptionOutcome.Refused(reason);
            case Reservation.Replayed(var receipt) -> new RedemptionOutcome.Completed(receipt);
            case Reservation.Fresh fresh -> new RedemptionOutcome.Completed(act(fresh, action, deadline));
        };
    }

    private Reservation reserve(AuthenticatedProgram program, RedemptionRequest request) {
        try {
            return reservations.reserve(program, request);
        } catch (RuntimeException e) {
            LOG.error("cannot reserve a redemption for program `{}`", program.id().value(), e);
            return new Reservation.Rejected(RefusalReason.UNAVAILABLE);
        }
    }

    private RedemptionReceipt act(Reservation.Fresh fresh, PreparedAction action, Duration deadline) {
        return Attempt.start(() -> perform(fresh, action), result -> complete(fresh, result))
            .await(deadline)
            .orElseGet(() -> unfinished(fresh));
    }

    /** What is stored is the same as after a crash: a reservation without an end, which may yet come. */
    private static RedemptionReceipt unfinished(Reservation.Fresh fresh) {
        LOG.warn("redemption `{}` has no end by its deadline", fresh.redemption().id());
        return fresh.redemption().receipt(RedemptionResult.UNKNOWN);
    }

    /** A missing value fails as late as a recipient that refuses, so that nobody learns whether it is there. */
    private RedemptionResult perform(Reservation.Fresh fresh, PreparedAction action) {
        try {
            var value = vault.open(fresh.token());
            return value.isEmpty()
                ? RedemptionResult.FAILED
                : Objects.requireNonNull(action.perform(value.get(), fresh.errand()));
        } catch (RuntimeException | Error e) {
            LOG.error("redemption `{}` ended unknown", fresh.redemption().id(), withoutMessage(e));
            return RedemptionResult.UNKNOWN;
        }
    }

    private RedemptionReceipt complete(Reservation.Fresh fresh, RedemptionResult result) {
        try {
            return transactions.inTransaction(() -> record(fresh, result));
        } catch (RuntimeException e) {
            LOG.error("cannot record how redemption `{}` ended", fresh.redemption().id(), e);
            return fresh.redemption().receipt(RedemptionResult.UNKNOWN);
        }
    }

    private RedemptionReceipt record(Reservation.Fresh fresh, RedemptionResult result) {
        var redemption = fresh.redemption();
        store.complete(redemption.id(), result);
        ledger.append(
            new AuditEvent.RedemptionCompleted(redemption.program(), fresh.subject(), redemption.id(), result.name())
        );
        return redemption.receipt(result);
    }

    /** What an action throws may quote the value: the log gets its type and its place only. */
    private static Throwable withoutMessage(Throwable e) {
        var safe = new RuntimeException(e.getClass().getName());
        safe.setStackTrace(e.getStackTrace());
        return safe;
    }
}
