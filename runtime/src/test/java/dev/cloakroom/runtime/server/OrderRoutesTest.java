package dev.cloakroom.runtime.server;

import static dev.cloakroom.runtime.server.ApiFixture.COURIER;
import static dev.cloakroom.runtime.server.ApiFixture.LIN;
import static dev.cloakroom.runtime.server.ApiFixture.OTHER;
import static dev.cloakroom.runtime.server.ApiFixture.PAY;
import static dev.cloakroom.runtime.server.ApiFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.delivery.DeliveryStatus;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRoutesTest {

    private static final String DISPLAY = "Visa 4242 of Lin";

    @TempDir
    Path data;

    private ApiFixture fixture;
    private BackEnd shop;
    private BackEnd other;

    @BeforeEach
    void open() {
        fixture = new ApiFixture(data);
        shop = fixture.backEnd(SHOP);
        other = fixture.backEnd(OTHER);
        fixture.host
            .vault()
            .ownerView(LIN)
            .put(Field.PAYMENT_INSTRUMENT, new PaymentInstrument("bank", "ref-1", DISPLAY).toJson());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void order_goesFromTheBackEndsWishToTheMoneyAndBack() throws IOException {
        var order = json(register("A-1", 1800));
        assertThat(order.path("state").asText()).isEqualTo("open");
        assertThat(pay(order.path("id").asText())).isInstanceOf(RedemptionOutcome.Completed.class);
        assertThat(json(show(order)).path("state").asText()).isEqualTo("paid");
        assertThat(
            json(refund(order, "R-1", 1000))
                .path("result")
                .asText()
        ).isEqualTo("sent");
        assertThat(refund(order, "R-1", 1000).body()).contains("\"number\":\"R-1\"");
        assertThat(refund(order, "R-2", 801).status()).isEqualTo(400);
        assertThat(json(show(order)).path("refunded").asLong()).isEqualTo(1000);
        assertThat(fixture.sent).containsExactly("charge 18.00 CNY for Acme to " + DISPLAY, "refund 10.00 CNY");
        assertThat(fixture.observed.toString()).doesNotContain(DISPLAY, "ref-1", LIN.value());
    }

    @Test
    void sameNumber_isTheSameOrderOrARefusal() throws IOException {
        var first = register("A-1", 1800);
        assertThat(register("A-1", 1800).body()).isEqualTo(first.body());
        assertThat(register("A-1", 1801).status()).isEqualTo(422);
    }

    @Test
    void foreignOrder_isAsUnknownAsNone() throws IOException {
        var order = json(register("A-1", 1800));
        pay(order.path("id").asText());
        var id = order.path("id").asText();
        assertThat(other.get(OrderRoutes.ONE, id).body()).isEqualTo(other.get(OrderRoutes.ONE, "no-such-order").body());
        var refund = "{\"number\": \"R-1\", \"amount\": 1}";
        assertThat(other.post("/v1/orders/" + id + "/refunds", BackEnd.JSON, refund).status()).isEqualTo(400);
        assertThat(fixture.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{}",
            "{'subject': 's', 'number': 'A-1', 'amount': 0, 'currency': 'CNY', 'description': 'x'}",
            "{'subject': 's', 'number': 'A-1', 'amount': 1.5, 'currency': 'CNY', 'description': 'x'}",
            "{'subject': 's', 'number': 'A-1', 'amount': '1', 'currency': 'CNY', 'description': 'x'}",
            "{'subject': 's', 'number': 'A-1', 'amount': 99999999999999999999, 'currency': 'CNY', 'description': 'x'}",
            "{'subject': 's', 'number': 'A-1', 'amount': 1, 'currency': 'coins', 'description': 'x'}",
            "{'subject': 's', 'number': 'A 1', 'amount': 1, 'currency': 'CNY', 'description': 'x'}",
            "{'subject': 's', 'number': 'A-1', 'amount': 1, 'currency': 'CNY', 'description': ' '}",
            "{'subject': 's', 'number': 'A-1', 'amount': 1, 'currency': 'CNY', 'description': 'x', 'tip': 1}",
        }
    )
    void malformedOrder_isRefused(String body) throws IOException {
        assertThat(shop.post(OrderRoutes.PATH, BackEnd.JSON, body.replace('\'', '"')).status()).isEqualTo(400);
    }

    @Test
    void reading_needsAProofOfItsOwnMethod() throws IOException {
        var token = shop.accessToken();
        var path = "/v1/orders/some-id";
        var proof = shop.proof(path, BackEnd.hash(token));
        var head = "GET " + path + " HTTP/1.1\nHost: " + shop.api().getAuthority();
        var headers = "\n" + BackEnd.authorization(token) + "\nDPoP: " + proof;
        assertThat(new Wire(shop.api()).send(head + headers, "").status()).isEqualTo(401);
    }

    @Test
    void delivery_isToldToItsOwnProgramOnly() throws IOException {
        fixture.host.deliveries().begin("parcel-1", SHOP.id(), COURIER);
        assertThat(json(shop.get(DeliveryRoutes.PATH, "parcel-1")).path("status").asText()).isEqualTo("announced");
        fixture.host.deliveries().report(COURIER, "parcel-1", DeliveryStatus.IN_TRANSIT);
        assertThat(json(shop.get(DeliveryRoutes.PATH, "parcel-1")).path("status").asText()).isEqualTo("in_transit");
        assertThat(other.get(DeliveryRoutes.PATH, "parcel-1").status()).isEqualTo(404);
    }

    private Wire.Answer register(String number, int amount) throws IOException {
        var subject = fixture.host.subjects().of(SHOP.id(), LIN).value();
        var body = Json.object()
            .put("subject", subject)
            .put("number", number)
            .put("amount", amount)
            .put("currency", "CNY")
            .put("description", "two bowls of noodles");
        return shop.post(OrderRoutes.PATH, BackEnd.JSON, body.toString());
    }

    private RedemptionOutcome pay(String order) {
        var context = new RequestContext(true, true, true);
        var request = new AccessRequest(SHOP, LIN, ScopeCatalog.PAYMENT, "your order", Set.of(PAY), context);
        return fixture.host.payments().pay(request, order);
    }

    private Wire.Answer show(JsonNode order) throws IOException {
        return shop.get(OrderRoutes.ONE, order.path("id").asText());
    }

    private Wire.Answer refund(JsonNode order, String number, int amount) throws IOException {
        var body = Json.object().put("number", number).put("amount", amount);
        return shop.post("/v1/orders/" + order.path("id").asText() + "/refunds", BackEnd.JSON, body.toString());
    }

    private static JsonNode json(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parseObject(answer.body()).orElseThrow();
    }
}
