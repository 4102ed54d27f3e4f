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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second enforcement point. One transaction checks everything, spends the use and writes the intent; only then is
 * the value opened and the action done; a second transaction writes how it ended. Whatever breaks between the two
 * leaves {@link RedemptionResult#UNKNOWN}.
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
        return switch (prepare(request)) {
            case Preparation.Unfit(var reason) -> new RedemptionOutcome.Refused(reason);
            case Preparation.Ready(var action) -> redeem(program, request, action);
        };
    }

    private Preparation prepare(RedemptionRequest request) {
        var action = actions.get(request.action());
        return action == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_ACTION)
            : action.prepare(request.recipient(), request.parameters());
    }

    private RedemptionOutcome redeem(AuthenticatedProgram program, RedemptionRequest request, PreparedAction action) {
        return switch (reserve(program, request)) {
            case Reservation.Rejected(var reason) -> new RedemptionOutcome.Refused(reason);
            case Reservation.Replayed(var receipt) -> new RedemptionOutcome.Completed(receipt);
            case Reservation.Fresh fresh -> new RedemptionOutcome.Completed(complete(fresh, perform(fresh, action)));
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

    /** A missing value fails as late as a recipient that refuses, so that nobody learns whether it is there. */
    private RedemptionResult perform(Reservation.Fresh fresh, PreparedAction action) {
        try {
            return vault
                .open(fresh.token())
                .map(value -> action.perform(value, fresh.redemption().id()))
                .orElse(RedemptionResult.FAILED);
        } catch (RuntimeException e) {
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
    private static Throwable withoutMessage(RuntimeException e) {
        var safe = new RuntimeException(e.getClass().getName());
        safe.setStackTrace(e.getStackTrace());
        return safe;
    }
}
