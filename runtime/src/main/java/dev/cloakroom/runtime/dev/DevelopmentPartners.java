package dev.cloakroom.runtime.dev;

import static java.util.function.Predicate.not;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.mail.OutgoingMail;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.Courier;
import dev.cloakroom.host.redeem.action.Inbox;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.host.vault.PostalAddress;
import dev.cloakroom.runtime.dev.Received.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The adapters of a development host: each takes everything, and shows in the sink what it took. */
record DevelopmentPartners(PartnerSink sink) implements PaymentGateway {
    RedemptionResult mail(OutgoingMail mail) {
        return sink.take(Kind.MAIL, mail.to(), mail.subject() + "\n" + mail.text());
    }

    RedemptionResult parcel(PostalAddress address, Courier.Label label, String parcel) {
        return sink.take(
            Kind.DELIVERY,
            joined(
                ", ",
                address.userName(),
                address.telNumber(),
                address.detailInfo(),
                address.streetName(),
                address.countyName(),
                address.cityName(),
                address.provinceName(),
                address.postalCode()
            ),
            joined(" ", "parcel of", label.sender(), label.reference(), label.contents())
        );
    }

    RedemptionResult call(String line, String phone, String id) {
        return sink.take(Kind.CALL, phone, "connected with " + line);
    }

    RedemptionResult notice(UserId user, Inbox.Notice notice, String id) {
        var lines = notice
            .lines()
            .stream()
            .map(line -> line.label() + ": " + line.text())
            .collect(Collectors.joining("\n"));
        return sink.take(Kind.NOTICE, user.value(), notice.title() + " (" + notice.sender() + ")\n" + lines);
    }

    RedemptionResult value(Scope scope, String value, String reference, String id) {
        return sink.take(Kind.VALUE, value, joined(" for ", scope.name(), reference));
    }

    @Override
    public RedemptionResult charge(PaymentInstrument instrument, Order order, String payee) {
        return sink.take(Kind.PAYMENT, instrument.display(), order.price() + " to " + payee + " for " + of(order));
    }

    /** Nothing of the user goes with it: the provider knows whom it charged. */
    @Override
    public RedemptionResult refund(Order order, Refund refund) {
        return sink.take(Kind.REFUND, "", refund.amount() + " back for " + of(order));
    }

    private static String of(Order order) {
        return "order " + order.number() + ": " + order.description();
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(not(String::isBlank)).collect(Collectors.joining(between));
    }
}
