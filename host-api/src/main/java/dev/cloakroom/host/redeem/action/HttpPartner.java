package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.host.vault.PostalAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A recipient that takes JSON at one address, with the receipt's id as {@code id} and {@code Idempotency-Key}. What
 * the status means is {@link JsonPost}'s.
 *
 * <ul>
 *   <li>{@code hand-over}: {@code scope}, {@code value}, {@code reference}
 *   <li>{@code deliver}: {@code address} in the parts of {@link PostalAddress}, {@code label}
 *   <li>{@code bridge-call}: {@code line}, {@code phone}
 *   <li>{@code charge}: {@code instrument}, {@code order}, {@code minorUnits}, {@code currency}, {@code description},
 *       {@code payee}; and {@code refund}: {@code order}, {@code minorUnits}, {@code currency}
 * </ul>
 */
public final class HttpPartner implements ValueReceiver, Courier, CallBridge, PaymentGateway, AutoCloseable {

    private final JsonPost post;

    private HttpPartner(URI address, Duration timeout) {
        this.post = new JsonPost(address, timeout);
    }

    /**
     * Posts to one of the recipient's own hosts, by HTTPS.
     *
     * @throws IllegalArgumentException for any other address
     */
    public static HttpPartner at(Recipient recipient, URI address, Duration timeout) {
        var host = Objects.requireNonNullElse(address.getHost(), "");
        if (!"https".equals(address.getScheme()) || !recipient.hosts().contains(host)) {
            throw new IllegalArgumentException(
                "recipient `" + recipient.id().value() + "` is reached by https at one of its own hosts"
            );
        }
        return new HttpPartner(address, timeout);
    }

    /**
     * Posts to this machine without TLS, for development and tests.
     *
     * @throws IllegalArgumentException for another machine's address
     */
    public static HttpPartner onLoopback(URI address, Duration timeout) {
        if (!"http".equals(address.getScheme()) || !"127.0.0.1".equals(address.getHost())) {
            throw new IllegalArgumentException("without TLS, a value goes to `http://127.0.0.1` only");
        }
        return new HttpPartner(address, timeout);
    }

    @Override
    public RedemptionResult receive(Scope scope, String value, String reference, String id) {
        return send("hand-over", id, Map.of("scope", scope.name(), "value", value, "reference", reference));
    }

    @Override
    public RedemptionResult order(PostalAddress address, Label label, String parcel) {
        return send("deliver", parcel, Map.of("address", address, "label", label));
    }

    @Override
    public RedemptionResult connect(String line, String phone, String id) {
        return send("bridge-call", id, Map.of("line", line, "phone", phone));
    }

    @Override
    public RedemptionResult charge(PaymentInstrument instrument, Order order, String payee) {
        var content = new HashMap<String, Object>(amount(order.id(), order.price()));
        content.put("instrument", instrument);
        content.put("description", order.description());
        content.put("payee", payee);
        return send("charge", order.id(), content);
    }

    @Override
    public RedemptionResult refund(Order order, Refund refund) {
        return send("refund", refund.id(), amount(order.id(), refund.amount()));
    }

    private static Map<String, Object> amount(String order, Money amount) {
        return Map.of("order", order, "minorUnits", amount.minorUnits(), "currency", amount.currency());
    }

    private RedemptionResult send(String action, String id, Map<String, Object> parts) {
        var content = new HashMap<>(parts);
        content.put("action", action);
        content.put("id", id);
        return post.send(id, content);
    }

    @Override
    public void close() {
        post.close();
    }
}
