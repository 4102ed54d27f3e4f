package dev.cloakroom.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.mail.OutgoingMail;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderState;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.Courier;
import dev.cloakroom.host.redeem.action.Inbox;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.host.vault.PostalAddress;
import dev.cloakroom.runtime.dev.Received.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each recipient is seen to have got; the user's value is in one place of it only. */
class DevelopmentPartnersTest {

    private static final Money PRICE = new Money(1200, "CNY");
    private static final Order ORDER = new Order(
        "id",
        new ProgramId("shop"),
        new PairwiseSubject("subject"),
        "A-1",
        PRICE,
        "noodles",
        OrderState.PAID,
        0,
        Optional.empty(),
        Instant.EPOCH
    );

    private final PartnerSink sink = new PartnerSink();
    private final DevelopmentPartners partners = new DevelopmentPartners(sink);

    @Test
    void parcel_showsTheAddressAndTheLabel() {
        var address = new PostalAddress("Lin", "138", "Guangdong", "Shenzhen", "", "", "Road 1", "440305", "518000");
        var result = partners.parcel(address, new Courier.Label("Shop", "A-1", "noodles"), "parcel");
        assertThat(result).isEqualTo(RedemptionResult.SENT);
        received(Kind.DELIVERY, "Lin, 138, Road 1, Shenzhen, Guangdong, 518000", "parcel of Shop A-1 noodles");
    }

    @Test
    void mail_showsMailboxSubjectAndText() {
        partners.mail(
            new OutgoingMail("id", "Shop", "a@r.example", "r@r.example", "lin@x.example", "Hi", "Text", true)
        );
        received(Kind.MAIL, "lin@x.example", "Hi\nText");
    }

    @Test
    void call_showsBothNumbers() {
        partners.call("+861012345678", "+8613800138000", "id");
        received(Kind.CALL, "+8613800138000", "connected with +861012345678");
    }

    @Test
    void notice_showsTheUserAndTheLines() {
        var notice = new Inbox.Notice("Shop", "Your order", List.of(new Inbox.Line("Status", "ready")));
        partners.notice(new UserId("lin"), notice, "id");
        received(Kind.NOTICE, "lin", "Your order (Shop)\nStatus: ready");
    }

    @Test
    void value_showsTheValueItsScopeAndWhatItIsFor() {
        partners.value(ScopeCatalog.LICENSE_PLATE, "B12345", "A-1", "id");
        received(Kind.VALUE, "B12345", "scope.licensePlate for A-1");
    }

    @Test
    void payment_showsTheInstrumentAsTheUserKnowsItAndTheOrder() {
        partners.charge(new PaymentInstrument("demo-pay", "secret", "Visa 4242"), ORDER, "Shop");
        received(Kind.PAYMENT, "Visa 4242", "12.00 CNY to Shop for order A-1: noodles");
    }

    @Test
    void refund_showsNothingOfTheUser() {
        partners.refund(ORDER, new Refund("id", "id", "R-1", PRICE, RedemptionResult.UNKNOWN, Instant.EPOCH));
        received(Kind.REFUND, "", "12.00 CNY back for order A-1: noodles");
    }

    @Test
    void received_saysNoValueInItsText() {
        assertThat(new Received(Kind.CALL, "+8613800138000", "secret")).hasToString("Received[CALL]");
    }

    private void received(Kind kind, String to, String text) {
        assertThat(sink.received()).containsExactly(new Received(kind, to, text));
    }
}
