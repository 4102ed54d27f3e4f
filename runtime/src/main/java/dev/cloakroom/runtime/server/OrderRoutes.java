package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderOutcome;
import dev.cloakroom.host.payment.OrderRequest;
import dev.cloakroom.host.payment.Orders;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.payment.Refunds;
import dev.cloakroom.runtime.json.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /v1/orders}: what a back end wants to be paid for. Its program then calls {@code wx.requestPayment} with the
 * order's id as {@code prepay_id}, and the user decides. Amounts are whole minor units, such as fen.
 */
final class OrderRoutes {

    static final String PATH = "/v1/orders";
    static final String ONE = "/v1/orders/{id}";
    static final String REFUNDS = "/v1/orders/{id}/refunds";

    private final Orders orders;
    private final Refunds refunds;

    OrderRoutes(Orders orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /** {@code POST /v1/orders}; the same number with the same order again gives the order that is there. */
    Reply register(Call call, ObjectNode body) {
        return StrictObject.of(body, "subject", "number", "amount", "currency", "description")
            .flatMap(OrderRoutes::order)
            .map(wanted -> reply(orders.register(call.program(), wanted)))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    /** {@code GET /v1/orders/{id}}. */
    Reply show(Call call, ObjectNode nothing) {
        return orders
            .find(call.program(), call.segment("id"))
            .map(order -> Reply.ok(members(order)))
            .orElseGet(() -> Reply.of(HttpProblem.NOT_FOUND));
    }

    /** {@code POST /v1/orders/{id}/refunds}; the same number with the same amount again gives the refund that is there. */
    Reply refund(Call call, ObjectNode body) {
        return StrictObject.of(body, "number", "amount")
            .flatMap(members -> refund(call.program(), call.segment("id"), members))
            .orElseGet(() -> Reply.of(ErrorCode.INVALID_PARAMETER));
    }

    private Optional<Reply> refund(AuthenticatedProgram program, String order, StrictObject members) {
        OptionalLong amount = members.whole("amount");
        return members
            .text("number")
            .filter(_ -> amount.isPresent())
            .map(number -> refunded(refunds.refund(program, order, number, amount.getAsLong())));
    }

    private static Optional<OrderRequest> order(StrictObject members) {
        Optional<Money> price = price(members);
        return members
            .text("subject")
            .filter(_ -> price.isPresent())
            .flatMap(subject ->
                members
                    .text("number")
                    .flatMap(number ->
                        members
                            .text("description")
                            .map(text -> new OrderRequest(new PairwiseSubject(subject), number, price.get(), text))
                    )
            );
    }

    private static Optional<Money> price(StrictObject members) {
        OptionalLong amount = members.whole("amount");
        try {
            return members
                .text("currency")
                .filter(_ -> amount.isPresent())
                .map(currency -> new Money(amount.getAsLong(), currency));
        } catch (IllegalArgumentException e) {
            // no such currency or amount: the caller is told that the content does not fit
            return Optional.empty();
        }
    }

    private static Reply reply(OrderOutcome<Order> outcome) {
        return switch (outcome) {
            case OrderOutcome.Done<Order>(var order) -> Reply.ok(members(order));
            case OrderOutcome.Refused<Order>(var reason) -> Reply.of(reason.code());
        };
    }

    private static Reply refunded(OrderOutcome<Refund> outcome) {
        return switch (outcome) {
            case OrderOutcome.Done<Refund>(var refund) -> Reply.ok(members(refund));
            case OrderOutcome.Refused<Refund>(var reason) -> Reply.of(reason.code());
        };
    }

    private static ObjectNode members(Order order) {
        return Json.object()
            .put("id", order.id())
            .put("number", order.number())
            .put("subject", order.subject().value())
            .put("amount", order.price().minorUnits())
            .put("currency", order.price().currency())
            .put("description", order.description())
            .put("state", order.state().name().toLowerCase(Locale.ROOT))
            .put("refunded", order.refunded())
            .put("at", order.at().toString());
    }

    private static ObjectNode members(Refund refund) {
        return Json.object()
            .put("id", refund.id())
            .put("order", refund.order())
            .put("number", refund.number())
            .put("amount", refund.amount().minorUnits())
            .put("result", refund.result().name().toLowerCase(Locale.ROOT))
            .put("at", refund.at().toString());
    }
}
