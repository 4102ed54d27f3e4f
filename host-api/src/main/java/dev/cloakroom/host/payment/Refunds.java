package dev.cloakroom.host.payment;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.redeem.Attempt;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Money back, never more than was charged. The intent is durable before the gateway is asked, as with a redemption. */
public final class Refunds {

    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);
    private static final int ID_BYTES = 16;

    private final OrderStore store;
    private final Map<RecipientId, PaymentGateway> gateways;
    private final AuditLedger ledger;
    private final Transactions transactions;
    private final RandomSource random;
    private final Clock clock;
    private final Duration deadline;

    /** @param gateways by the recipient that each one is */
    public Refunds(
        OrderStore store,
        Map<RecipientId, PaymentGateway> gateways,
        AuditLedger ledger,
        Transactions transactions,
        RandomSource random,
        Clock clock,
        Duration deadline
    ) {
        this.store = store;
        this.gateways = Map.copyOf(gateways);
        this.ledger = ledger;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Gives back a part of an order, or all of it; the same number with the same amount gives the refund that is there. */
    public OrderOutcome<Refund> refund(AuthenticatedProgram program, String orderId, String number, long minorUnits) {
        return store
            .find(orderId, program.id())
            .filter(_ -> Ids.isId(number))
            .map(order -> refund(order, number, minorUnits))
            .orElseGet(() -> refused(RefusalReason.UNKNOWN_ORDER));
    }

    private OrderOutcome<Refund> refund(Order order, String number, long minorUnits) {
        if (minorUnits < 1 || minorUnits > order.price().minorUnits()) {
            return refused(RefusalReason.REFUND_NOT_ALLOWED);
        }
        var wanted = new Refund(
            random.text(ID_BYTES),
            order.id(),
            number,
            new Money(minorUnits, order.price().currency()),
            RedemptionResult.UNKNOWN,
            clock.instant()
        );
        return switch (transactions.inTransaction(() -> reserve(order, wanted))) {
            case OrderOutcome.Done<Refund>(var stored) when stored.id().equals(wanted.id()) -> done(order, stored);
            case OrderOutcome<Refund> other -> other;
        };
    }

    private OrderOutcome<Refund> reserve(Order order, Refund wanted) {
        var former = store.findRefund(order.id(), wanted.number());
        if (former.isPresent()) {
            return former.get().amount().equals(wanted.amount())
                ? new OrderOutcome.Done<>(former.get())
                : refused(RefusalReason.IDEMPOTENCY_KEY_REUSED);
        }
        if (!gateway(order).isPresent() || !store.reserve(wanted)) {
            return refused(RefusalReason.REFUND_NOT_ALLOWED);
        }
        ledger.append(new AuditEvent.RefundReserved(order.program(), order.subject(), order.id(), wanted.id()));
        return new OrderOutcome.Done<>(wanted);
    }

    private OrderOutcome<Refund> done(Order order, Refund refund) {
        var ended = Attempt.start(() -> perform(order, refund), result -> complete(order, refund, result))
            .await(deadline)
            .orElse(refund);
        return new OrderOutcome.Done<>(ended);
    }

    /** What a gateway throws may quote what only it knows: the log gets its type only. */
    private RedemptionResult perform(Order order, Refund refund) {
        try {
            return gateway(order)
                .map(gateway -> gateway.refund(order, refund))
                .orElse(RedemptionResult.FAILED);
        } catch (RuntimeException e) {
            LOG.error("refund `{}` ended unknown: {}", refund.id(), e.getClass().getName());
            return RedemptionResult.UNKNOWN;
        }
    }

    private Refund complete(Order order, Refund refund, RedemptionResult result) {
        return transactions.inTransaction(() -> {
            store.settle(refund, result);
            ledger.append(new AuditEvent.RefundCompleted(order.program(), order.subject(), refund.id(), result.name()));
            return refund.ended(result);
        });
    }

    private Optional<PaymentGateway> gateway(Order order) {
        return order.gateway().map(gateways::get);
    }

    private static OrderOutcome<Refund> refused(RefusalReason reason) {
        return new OrderOutcome.Refused<>(reason);
    }
}
