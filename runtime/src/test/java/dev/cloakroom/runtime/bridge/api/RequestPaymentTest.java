package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderOutcome;
import dev.cloakroom.host.payment.OrderRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.runtime.bridge.Caller;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPaymentTest {

    @TempDir
    Path folder;

    private BrokeredHost host;
    private BrokeredHost.Session session;

    @BeforeEach
    void open() {
        host = new BrokeredHost(folder);
        session = host.full("lin");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void paidOrder_isAllThatTheProgramLearns() {
        assertThat(pay(order("A-1"))).isEqualTo("{\"errMsg\":\"requestPayment:ok\"}");
        assertThat(host.charged).containsExactly("A-1");
        assertThat(host.prompts.element().matter().orElseThrow().english()).contains("18.00 CNY", "two bowls");
    }

    @Test
    void paidOrder_isNotPaidTwice() {
        var order = order("A-1");
        pay(order);
        assertThat(pay(order)).contains("fail parameter error");
        assertThat(host.charged).hasSize(1);
    }

    @Test
    void usersNo_isACancelAndTheOrderStaysOpen() {
        host.answer = ConsentAnswer.DENY;
        var order = order("A-1");
        assertThat(pay(order)).contains("requestPayment:fail cancel");
        host.answer = ConsentAnswer.ONCE;
        assertThat(pay(order)).contains("requestPayment:ok");
    }

    @Test
    void anotherUsersOrder_isUnknown() {
        var order = order("A-1");
        var other = host.full("bob");
        assertThat(other.call("requestPayment", "{\"package\": \"prepay_id=" + order.id() + "\"}")).contains(
            "fail parameter error"
        );
        assertThat(host.prompts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"package\": \"\"}", "{\"package\": \"prepay_id=none\"}", "{\"package\": 7}" })
    void whatIsNoOrder_isAParameterError(String args) {
        assertThat(session.call("requestPayment", args)).contains("requestPayment:fail parameter error");
        assertThat(host.prompts).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RedemptionResult.class, names = { "FAILED", "UNKNOWN" })
    void chargeThatIsNotDone_looksTheSame(RedemptionResult result) {
        host.bankSays = result;
        assertThat(pay(order("A-1"))).contains("requestPayment:fail system error");
    }

    private String pay(Order order) {
        return session.call("requestPayment", "{\"package\": \"prepay_id=" + order.id() + "\"}");
    }

    private Order order(String number) {
        Caller caller = session.caller;
        var credentials = host.api.programs().register(caller.program());
        var program = host.api.programs().authenticate(caller.program().id(), credentials.secret()).orElseThrow();
        var subject = host.api.subjects().of(caller.program().id(), caller.user());
        var wanted = new OrderRequest(subject, number, new Money(1800, "CNY"), "two bowls of noodles");
        return ((OrderOutcome.Done<Order>) host.api.orders().register(program, wanted)).value();
    }
}
