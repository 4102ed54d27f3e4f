package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.Orders;
import dev.cloakroom.host.redeem.Redeemer;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Wording;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * A program asks its user to pay an order, see
 * <a href="https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html">wx.requestPayment</a>.
 * The user is asked about this order, and a yes charges it. The token never leaves the host.
 */
public final class Payments {

    private final Broker broker;
    private final Redeemer redeemer;
    private final ProgramRegistry programs;
    private final PairwiseSubjects subjects;
    private final Orders orders;

    Payments(Broker broker, Redeemer redeemer, ProgramRegistry programs, PairwiseSubjects subjects, Orders orders) {
        this.broker = broker;
        this.redeemer = redeemer;
        this.programs = programs;
        this.subjects = subjects;
        this.orders = orders;
    }

    /**
     * Asks and charges. It blocks while the user thinks.
     *
     * @param request for {@code scope.payment}, with the recipients of the manifest or the registry's defaults
     * @param prepayId what {@code POST /v1/orders} gave the back end
     * @return a receipt once the charge has begun; a refusal while nothing has
     */
    public RedemptionOutcome pay(AccessRequest request, String prepayId) {
        return subjects
            .known(request.program().id(), request.user())
            .flatMap(subject -> orders.payable(request.program().id(), subject, prepayId))
            .map(order -> pay(request, order))
            .orElseGet(() -> refused(RefusalReason.UNKNOWN_ORDER));
    }

    private RedemptionOutcome pay(AccessRequest request, Order order) {
        return gateway(request)
            .map(gateway -> ask(request.onlyFor(gateway).boundTo(binding(request, order)), gateway, order))
            .orElseGet(() -> refused(RefusalReason.UNKNOWN_RECIPIENT));
    }

    private Optional<RecipientId> gateway(AccessRequest request) {
        return request
            .recipients()
            .stream()
            .filter(orders.gateways()::contains)
            .min(Comparator.comparing(RecipientId::value));
    }

    /** What the user agrees to: the amount is the host's to say, and the description was made visible. */
    private static Binding binding(AccessRequest request, Order order) {
        var payee = request.program().verifiedName();
        var wording = new Wording(
            order.price() + " to " + payee + " for: " + order.description(),
            "向" + payee + "支付 " + order.price() + "，用于：" + order.description()
        );
        return new Binding(Map.of(Orders.BINDING, order.id()), Optional.of(wording));
    }

    private RedemptionOutcome ask(AccessRequest request, RecipientId gateway, Order order) {
        return switch (broker.request(request)) {
            case Disclosure.Refused(var reason) -> refused(reason);
            case Disclosure.Granted granted -> charge(request, gateway, order, granted.code());
        };
    }

    private RedemptionOutcome charge(AccessRequest request, RecipientId gateway, Order order, String token) {
        var parameters = Map.of(Orders.BINDING, order.id());
        return programs
            .onItsBehalf(request.program().id())
            .map(program ->
                redeemer.redeem(program, new RedemptionRequest(token, "charge", gateway, parameters, Optional.empty()))
            )
            .orElseGet(() -> refused(RefusalReason.INVALID_TOKEN));
    }

    private static RedemptionOutcome refused(RefusalReason reason) {
        return new RedemptionOutcome.Refused(reason);
    }
}
