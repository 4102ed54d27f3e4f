package dev.cloakroom.host.payment;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.redeem.Errand;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.request.GuestText;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.PaymentInstrument;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orders, from the back end's wish to the money: each is charged at most once, by whichever host. */
public final class Orders {

    /** What a token for a charge is bound to. */
    public static final String BINDING = "order";

    private static final int ID_BYTES = 16;
    private static final int MAX_DESCRIPTION = 80;

    private final OrderStore store;
    private final Map<RecipientId, PaymentGateway> gateways;
    private final ProgramRegistry programs;
    private final Transactions transactions;
    private final RandomSource random;
    private final Clock clock;

    /** @param gateways by the recipient that each one is */
    public Orders(
        OrderStore store,
        Map<RecipientId, PaymentGateway> gateways,
        ProgramRegistry programs,
        Transactions transactions,
        RandomSource random,
        Clock clock
    ) {
        this.store = store;
        this.gateways = Map.copyOf(gateways);
        this.programs = programs;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** Those who can charge. */
    public Set<RecipientId> gateways() {
        return gateways.keySet();
    }

    /** Stores the order; the same number with the same order gives the one that is there. */
    public OrderOutcome<Order> register(AuthenticatedProgram program, OrderRequest request) {
        if (!Ids.isId(request.number()) || request.description().isBlank()) {
            return new OrderOutcome.Refused<>(RefusalReason.PARAMETER_NOT_ALLOWED);
        }
        var wanted = order(program.id(), request);
        var stored = transactions.inTransaction(() -> store.findOrInsert(wanted));
        return stored.isSame(wanted)
            ? new OrderOutcome.Done<>(stored)
            : new OrderOutcome.Refused<>(RefusalReason.IDEMPOTENCY_KEY_REUSED);
    }

    private Order order(ProgramId program, OrderRequest request) {
        return new Order(
            random.text(ID_BYTES),
            program,
            request.subject(),
            request.number(),
            request.price(),
            GuestText.visible(request.description(), MAX_DESCRIPTION),
            OrderState.OPEN,
            0,
            Optional.empty(),
            clock.instant()
        );
    }

    /** One of the program's own orders. */
    public Optional<Order> find(AuthenticatedProgram program, String id) {
        return store.find(id, program.id());
    }

    /** An order that this user can pay to this program. */
    public Optional<Order> payable(ProgramId program, PairwiseSubject subject, String id) {
        return store
            .find(id, program)
            .filter(order -> order.state() == OrderState.OPEN && order.subject().equals(subject));
    }

    /**
     * Charges the order that the errand's token is bound to, unless somebody did or may have done so before. A gateway
     * that throws leaves it unknown.
     */
    public RedemptionResult charge(Errand errand, RecipientId recipient, PaymentInstrument instrument) {
        var gateway = Optional.ofNullable(gateways.get(recipient));
        return Optional.ofNullable(errand.binding().get(BINDING))
            .flatMap(id -> store.find(id, errand.program()))
            .filter(order -> gateway.isPresent() && reserve(order, recipient))
            .map(order -> settle(order, gateway.get().charge(instrument, order, payee(order))))
            .orElse(RedemptionResult.FAILED);
    }

    private boolean reserve(Order order, RecipientId gateway) {
        return transactions.inTransaction(() -> store.reserve(order.id(), gateway));
    }

    private RedemptionResult settle(Order order, RedemptionResult result) {
        var state = switch (result) {
            case SENT -> OrderState.PAID;
            case FAILED -> OrderState.FAILED;
            case UNKNOWN -> OrderState.UNKNOWN;
        };
        return transactions.inTransaction(() -> {
            store.settle(order.id(), state);
            return result;
        });
    }

    private String payee(Order order) {
        return programs.find(order.program()).map(ProgramRegistration::verifiedName).orElse("");
    }
}
