package dev.cloakroom.host;

import static dev.cloakroom.host.ActionHost.refused;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderOutcome;
import dev.cloakroom.host.payment.OrderRequest;
import dev.cloakroom.host.payment.OrderState;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PaymentInstrument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsTest {

    private static final PaymentInstrument CARD = new PaymentInstrument("pay", "ref-Q7X4-99", "Visa •••• 4242");
    private static final List<String> PLANTED = List.of("ref-Q7X4-99", "•••• 4242");

    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<String> moved = new ConcurrentLinkedQueue<>();
    private final Gateway gateway = new Gateway();
    private ActionHost host;

    private final class Gateway implements PaymentGateway {

        private volatile RedemptionResult result = RedemptionResult.SENT;
        private volatile boolean broken;

        @Override
        public RedemptionResult charge(PaymentInstrument instrument, Order order, String payee) {
            moved.add("charge " + instrument.reference() + " " + order.price() + " for " + payee);
            return answer("broke at " + instrument.reference());
        }

        @Override
        public RedemptionResult refund(Order order, Refund refund) {
            moved.add("refund " + refund.amount());
            return answer("broke at " + order.id());
        }

        private RedemptionResult answer(String complaint) {
            if (broken) {
                throw new IllegalStateException(complaint);
            }
            return result;
        }
    }

    @BeforeEach
    void open() {
        host = new ActionHost(directory, gateway);
        host.put(Field.PAYMENT_INSTRUMENT, CARD.toJson());
        host.host.programs().register(FOOD);
        host.host.programs().register(OTHER);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void pay_chargesTheOrderThatTheUserSaw() {
        var order = order("o-1", 1200);
        assertThat(paid(order)).isEqualTo(RedemptionResult.SENT);
        assertThat(moved).containsExactly("charge ref-Q7X4-99 12.00 CNY for Food Order");
        var matter = host.prompter.seen.getLast().matter().orElseThrow();
        assertThat(matter.in(Locale.ENGLISH)).isEqualTo("12.00 CNY to Food Order for: two\\u{202e} soups");
        assertThat(matter.in(Locale.CHINESE)).contains("12.00 CNY", "Food Order");
        var seen = state(order) + host.written();
        assertThat(state(order)).isEqualTo(OrderState.PAID);
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(seen, value)).isEmpty());
    }

    @Test
    void pay_chargesNothingTwice() {
        var order = order("o-1", 1200);
        paid(order);
        assertThat(pay(FOOD, order.id(), ConsentAnswer.ALLOW)).isEqualTo(refused(RefusalReason.UNKNOWN_ORDER));
        assertThat(moved).hasSize(1);
        assertThat(host.prompter.seen).hasSize(1);
    }

    @Test
    void pay_refusesForeignAndUnknownOrdersWithoutAskingAnybody() {
        var foreignUser = register(FOOD, new PairwiseSubject("somebody-else"), "o-2", 1200);
        var foreignProgram = register(OTHER, subject(OTHER), "o-3", 1200);
        for (var id : List.of("nothing", "", foreignUser.id(), foreignProgram.id())) {
            assertThat(pay(FOOD, id, ConsentAnswer.ALLOW)).isEqualTo(refused(RefusalReason.UNKNOWN_ORDER));
        }
        assertThat(host.prompter.seen).isEmpty();
        assertThat(moved).isEmpty();
    }

    @Test
    void pay_leavesTheOrderOpenWhenTheUserSaysNo() {
        var order = order("o-1", 1200);
        assertThat(pay(FOOD, order.id(), ConsentAnswer.DISMISS)).isEqualTo(refused(RefusalReason.USER_DISMISSED));
        assertThat(state(order)).isEqualTo(OrderState.OPEN);
        assertThat(paid(order)).isEqualTo(RedemptionResult.SENT);
    }

    @Test
    void pay_underAStandingYesAsksAgainForTheNextOrder() {
        paid(order("o-1", 1200));
        paid(order("o-2", 900));
        assertThat(host.prompter.seen).hasSize(2);
        assertThat(moved).hasSize(2);
    }

    @Test
    void pay_leavesUnknownForGoodWhenTheGatewayThrows() {
        gateway.broken = true;
        var order = order("o-1", 1200);
        try (var log = new CapturedLog()) {
            assertThat(paid(order)).isEqualTo(RedemptionResult.UNKNOWN);
            var seen = log.text() + host.written();
            assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(seen, value)).isEmpty());
        }
        gateway.broken = false;
        assertThat(state(order)).isEqualTo(OrderState.UNKNOWN);
        assertThat(pay(FOOD, order.id(), ConsentAnswer.ALLOW)).isEqualTo(refused(RefusalReason.UNKNOWN_ORDER));
        assertThat(moved).hasSize(1);
    }

    @Test
    void pay_failsWhenTheGatewayRefusesAndWhenThereIsNoInstrument() {
        gateway.result = RedemptionResult.FAILED;
        var order = order("o-1", 1200);
        assertThat(paid(order)).isEqualTo(RedemptionResult.FAILED);
        assertThat(state(order)).isEqualTo(OrderState.FAILED);
        host.host.vault().ownerView(USER).erase(Field.PAYMENT_INSTRUMENT);
        assertThat(paid(order("o-2", 1200))).isEqualTo(RedemptionResult.FAILED);
        assertThat(moved).hasSize(1);
    }

    @Test
    void charge_needsATokenThatIsBoundToTheOrder() {
        var order = order("o-1", 1200);
        var other = order("o-2", 999_999);
        var unbound = host.token(ScopeCatalog.PAYMENT);
        assertThat(ActionHost.result(host.redeem(FOOD, unbound, "charge", Map.of("order", order.id())))).isEqualTo(
            RedemptionResult.FAILED
        );
        var bound = host.token(ScopeCatalog.PAYMENT, Map.of("order", order.id()));
        assertThat(host.redeem(FOOD, bound, "charge", Map.of("order", other.id()))).isEqualTo(
            refused(RefusalReason.ACTION_NOT_ALLOWED)
        );
        assertThat(moved).isEmpty();
    }

    @Test
    void charge_happensOnceHoweverManyTokensAndHostsThereAre() throws Exception {
        try (
            var second = new ActionHost(directory, gateway);
            var threads = Executors.newVirtualThreadPerTaskExecutor()
        ) {
            for (int race = 0; race < 10; race++) {
                host.clock.move(Duration.ofDays(1));
                second.clock.move(Duration.ofDays(1));
                host.prompter.answer(ConsentAnswer.ALLOW);
                var order = order("race-" + race, 100);
                var tries = new ArrayList<Callable<RedemptionResult>>();
                for (int i = 0; i < 8; i++) {
                    var token = token(order);
                    var at = i % 2 == 0 ? host : second;
                    var program = host.host.programs().onItsBehalf(FOOD.id()).orElseThrow();
                    tries.add(() -> ActionHost.result(at.charge(program, token, order.id())));
                }
                var results = new ArrayList<RedemptionResult>();
                for (var done : threads.invokeAll(tries)) {
                    results.add(done.get());
                }
                assertThat(results).filteredOn(RedemptionResult.SENT::equals).hasSize(1);
                assertThat(results).filteredOn(RedemptionResult.FAILED::equals).hasSize(7);
            }
            assertThat(moved).hasSize(10);
        }
    }

    @Test
    void register_isIdempotentByItsNumber() {
        var first = order("o-1", 1200);
        assertThat(order("o-1", 1200)).isEqualTo(first);
        var other = new OrderRequest(subject(FOOD), "o-1", new Money(1300, "CNY"), "two\u202e soups");
        assertThat(host.host.orders().register(host.authenticated(FOOD), other)).isEqualTo(
            new OrderOutcome.Refused<Order>(RefusalReason.IDEMPOTENCY_KEY_REUSED)
        );
        assertThat(register(OTHER, subject(OTHER), "o-1", 1300).id()).isNotEqualTo(first.id());
        assertThat(host.host.orders().find(host.authenticated(OTHER), first.id())).isEmpty();
    }

    @Test
    void refund_givesBackAtMostWhatWasCharged() {
        var order = order("o-1", 1200);
        assertThat(refund(order, "r-0", 100)).isEqualTo(refundRefused(RefusalReason.REFUND_NOT_ALLOWED));
        paid(order);
        assertThat(refunded(order, "r-1", 700).result()).isEqualTo(RedemptionResult.SENT);
        assertThat(refunded(order, "r-1", 700).result()).isEqualTo(RedemptionResult.SENT);
        assertThat(refund(order, "r-1", 100)).isEqualTo(refundRefused(RefusalReason.IDEMPOTENCY_KEY_REUSED));
        assertThat(refund(order, "r-2", 501)).isEqualTo(refundRefused(RefusalReason.REFUND_NOT_ALLOWED));
        assertThat(refund(order, "r-2", 0)).isEqualTo(refundRefused(RefusalReason.REFUND_NOT_ALLOWED));
        assertThat(refund(order, "r-2", -500)).isEqualTo(refundRefused(RefusalReason.REFUND_NOT_ALLOWED));
        assertThat(refunded(order, "r-2", 500).result()).isEqualTo(RedemptionResult.SENT);
        assertThat(moved).containsExactly(
            "charge ref-Q7X4-99 12.00 CNY for Food Order",
            "refund 7.00 CNY",
            "refund 5.00 CNY"
        );
        assertThat(host.ledger().getLast()).contains("refund-completed", "SENT");
    }

    @Test
    void refund_isTheProgramsOwnOnly() {
        var order = order("o-1", 1200);
        paid(order);
        assertThat(host.host.refunds().refund(host.authenticated(OTHER), order.id(), "r-1", 100)).isEqualTo(
            refundRefused(RefusalReason.UNKNOWN_ORDER)
        );
    }

    @Test
    void refund_thatFailedCountsNoLongerAndOneThatIsUnknownDoes() {
        var order = order("o-1", 1200);
        paid(order);
        gateway.result = RedemptionResult.FAILED;
        assertThat(refunded(order, "r-1", 1200).result()).isEqualTo(RedemptionResult.FAILED);
        gateway.broken = true;
        assertThat(refunded(order, "r-2", 1000).result()).isEqualTo(RedemptionResult.UNKNOWN);
        gateway.broken = false;
        assertThat(refund(order, "r-3", 300)).isEqualTo(refundRefused(RefusalReason.REFUND_NOT_ALLOWED));
        assertThat(refunded(order, "r-2", 1000).result()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(moved).hasSize(3);
    }

    @Test
    void refund_isNotBegunWhenItCannotBeWrittenDown() {
        var order = order("o-1", 1200);
        paid(order);
        host.storage.refusedKind = "refund-reserved";
        assertThatThrownBy(() -> refund(order, "r-1", 100));
        host.storage.refusedKind = "none";
        assertThat(moved).hasSize(1);
        assertThat(refunded(order, "r-1", 1200).result()).isEqualTo(RedemptionResult.SENT);
    }

    /** One of many under the same yes. */
    private String token(Order order) {
        var binding = new Binding(Map.of("order", order.id()), Optional.empty());
        var request = host.request(FOOD, ScopeCatalog.PAYMENT).boundTo(binding);
        return ((Disclosure.Granted) host.host.broker().request(request)).code();
    }

    private PairwiseSubject subject(ProgramRegistration program) {
        return host.host.subjects().of(program.id(), USER);
    }

    private Order order(String number, long minorUnits) {
        return register(FOOD, subject(FOOD), number, minorUnits);
    }

    private Order register(ProgramRegistration program, PairwiseSubject subject, String number, long minorUnits) {
        var request = new OrderRequest(subject, number, new Money(minorUnits, "CNY"), "two\u202e soups");
        var outcome = host.host.orders().register(host.authenticated(program), request);
        return ((OrderOutcome.Done<Order>) outcome).value();
    }

    private OrderState state(Order order) {
        return host.host.orders().find(host.authenticated(FOOD), order.id()).orElseThrow().state();
    }

    private RedemptionOutcome pay(ProgramRegistration program, String id, ConsentAnswer answer) {
        host.prompter.answer(answer);
        return host.host.payments().pay(host.request(program, ScopeCatalog.PAYMENT), id);
    }

    private RedemptionResult paid(Order order) {
        return ActionHost.result(pay(FOOD, order.id(), ConsentAnswer.ALLOW));
    }

    private OrderOutcome<Refund> refund(Order order, String number, long minorUnits) {
        return host.host.refunds().refund(host.authenticated(FOOD), order.id(), number, minorUnits);
    }

    private Refund refunded(Order order, String number, long minorUnits) {
        return ((OrderOutcome.Done<Refund>) refund(order, number, minorUnits)).value();
    }

    private static OrderOutcome<Refund> refundRefused(RefusalReason reason) {
        return new OrderOutcome.Refused<>(reason);
    }
}
