package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderState;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface OrderContract extends StorageUnderTest {
    RecipientId PAY = new RecipientId("pay");
    long PRICE = 1200;

    @Test
    default void order_comesBackAsItWentInToItsOwnProgram() {
        var order = order();
        assertThat(storage().orders().findOrInsert(order)).isEqualTo(order);
        assertThat(another().orders().find(order.id(), order.program())).contains(order);
        assertThat(another().orders().find(order.id(), Samples.program())).isEmpty();
        assertThat(another().orders().find("no-such-order", order.program())).isEmpty();
    }

    @Test
    default void orderNumber_isOneOrderOfEachProgram() {
        var first = stored();
        var again = changed(order(), first, OrderState.OPEN, first.number());
        assertThat(another().orders().findOrInsert(again)).isEqualTo(first);
        assertThat(another().orders().find(again.id(), again.program())).isEmpty();
        var elsewhere = changed(order(), order(), OrderState.OPEN, first.number());
        assertThat(another().orders().findOrInsert(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    default void orderNumber_isOneOrderHoweverManyRegisterItAtOnce() {
        var first = order();
        var answers = everywhere(32, store ->
            store.orders().findOrInsert(changed(order(), first, OrderState.OPEN, first.number()))
        );
        assertThat(answers).hasSize(32).containsOnly(answers.getFirst());
    }

    @Test
    default void reserve_isOneCallersHoweverManyPayAtOnce() {
        var order = stored();
        var answers = everywhere(32, store -> store.orders().reserve(order.id(), PAY));
        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        var reserved = found(order);
        assertThat(reserved.state()).isEqualTo(OrderState.UNKNOWN);
        assertThat(reserved.gateway()).contains(PAY);
    }

    @ParameterizedTest
    @EnumSource(value = OrderState.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    default void reserve_refusesAnOrderThatIsNotOpen(OrderState state) {
        var order = changed(order(), order(), state, Samples.id("number"));
        storage().orders().findOrInsert(order);
        assertThat(another().orders().reserve(order.id(), PAY)).isFalse();
        assertThat(found(order)).isEqualTo(order);
    }

    @Test
    default void settle_replacesAnUnknownStateOnly() {
        var order = stored();
        storage().orders().settle(order.id(), OrderState.PAID);
        assertThat(found(order).state()).isEqualTo(OrderState.OPEN);
        storage().orders().reserve(order.id(), PAY);
        another().orders().settle(order.id(), OrderState.PAID);
        storage().orders().settle(order.id(), OrderState.FAILED);
        assertThat(found(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    default void refund_comesBackAsItWentInAndCounts() {
        var order = paid();
        var refund = refund(order, PRICE);
        assertThat(storage().orders().reserve(refund)).isTrue();
        assertThat(another().orders().findRefund(order.id(), refund.number())).contains(refund);
        assertThat(another().orders().findRefund(order.id(), "other")).isEmpty();
        assertThat(another().orders().findRefund("no-such-order", refund.number())).isEmpty();
        assertThat(found(order).refunded()).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @EnumSource(value = OrderState.class, names = "PAID", mode = EnumSource.Mode.EXCLUDE)
    default void refund_isRefusedUnlessTheOrderIsPaid(OrderState state) {
        var order = changed(order(), order(), state, Samples.id("number"));
        storage().orders().findOrInsert(order);
        var refund = refund(order, 1);
        assertThat(another().orders().reserve(refund)).isFalse();
        assertThat(another().orders().findRefund(order.id(), refund.number())).isEmpty();
        assertThat(found(order).refunded()).isZero();
    }

    @Test
    default void refunds_areNeverMoreThanThePriceHoweverManyTryAtOnce() {
        var order = paid();
        var answers = everywhere(32, store -> inTransaction(store, refund(order, PRICE / 4)));
        assertThat(Collections.frequency(answers, true)).isEqualTo(4);
        assertThat(found(order).refunded()).isEqualTo(PRICE);
        assertThat(storage().orders().reserve(refund(order, 1))).isFalse();
    }

    @Test
    default void refundNumber_isUsedOnceAndCountsOnceInItsTransaction() {
        var order = paid();
        var first = refund(order, 1);
        storage().orders().reserve(first);
        var second = new Refund(Samples.id("refund"), order.id(), first.number(), first.amount(), first.result(), NOW);
        assertThatThrownBy(() -> inTransaction(another(), second)).isInstanceOf(BrokerException.class);
        assertThat(found(order).refunded()).isEqualTo(1);
    }

    @Test
    default void refundThatFailed_countsNoLongerAndStaysFailed() {
        var order = paid();
        var refund = refund(order, PRICE);
        storage().orders().reserve(refund);
        for (var result : List.of(RedemptionResult.FAILED, RedemptionResult.FAILED, RedemptionResult.SENT)) {
            another().orders().settle(refund, result);
        }
        assertThat(found(order).refunded()).isZero();
        assertThat(result(refund)).isEqualTo(RedemptionResult.FAILED);
        assertThat(storage().orders().reserve(refund(order, PRICE))).isTrue();
    }

    @Test
    default void refundThatWasSent_stillCounts() {
        var order = paid();
        var refund = refund(order, PRICE);
        storage().orders().reserve(refund);
        another().orders().settle(refund, RedemptionResult.SENT);
        storage().orders().settle(refund, RedemptionResult.FAILED);
        assertThat(found(order).refunded()).isEqualTo(PRICE);
        assertThat(result(refund)).isEqualTo(RedemptionResult.SENT);
    }

    private RedemptionResult result(Refund refund) {
        return storage().orders().findRefund(refund.order(), refund.number()).orElseThrow().result();
    }

    private <T> List<T> everywhere(int times, Function<Storage, T> task) {
        return atOnce(
            IntStream.range(0, times)
                .<Callable<T>>mapToObj(i -> () -> task.apply(i % 2 == 0 ? storage() : another()))
                .toList()
        );
    }

    private static boolean inTransaction(Storage store, Refund refund) {
        return store.transactions().inTransaction(() -> store.orders().reserve(refund));
    }

    private Order found(Order order) {
        return another().orders().find(order.id(), order.program()).orElseThrow();
    }

    private Order stored() {
        return storage().orders().findOrInsert(order());
    }

    private Order paid() {
        return storage()
            .orders()
            .findOrInsert(changed(order(), order(), OrderState.PAID, Samples.id("number")));
    }

    private static Refund refund(Order order, long minorUnits) {
        return new Refund(
            Samples.id("refund"),
            order.id(),
            Samples.id("number"),
            new Money(minorUnits, "CNY"),
            RedemptionResult.UNKNOWN,
            NOW
        );
    }

    private static Order order() {
        return new Order(
            Samples.id("order"),
            Samples.program(),
            new PairwiseSubject(Samples.id("subject")),
            Samples.id("number"),
            new Money(PRICE, "CNY"),
            "2 × 面 🍜; 'quoted' \\ %_",
            OrderState.OPEN,
            0,
            Optional.empty(),
            NOW
        );
    }

    /** The order with its own id, but another's program and subject, and what else is told. */
    private static Order changed(Order order, Order whose, OrderState state, String number) {
        return new Order(
            order.id(),
            whose.program(),
            whose.subject(),
            number,
            order.price(),
            order.description(),
            state,
            0,
            Optional.empty(),
            order.at()
        );
    }
}
