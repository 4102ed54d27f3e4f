package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.delivery.Deliveries;
import dev.cloakroom.host.delivery.Delivery;
import dev.cloakroom.runtime.json.Json;
import java.util.Locale;

/** {@code GET /v1/deliveries/{id}}: where a parcel is, by the receipt of its redemption. Where it goes is not told. */
final class DeliveryRoutes implements Call.Route<ObjectNode> {

    static final String PATH = "/v1/deliveries/{id}";

    private final Deliveries deliveries;

    DeliveryRoutes(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Reply answer(Call call, ObjectNode nothing) {
        return deliveries
            .find(call.program(), call.segment("id"))
            .map(delivery -> Reply.ok(members(delivery)))
            .orElseGet(() -> Reply.of(HttpProblem.NOT_FOUND));
    }

    private static ObjectNode members(Delivery delivery) {
        String status = delivery
            .status()
            .map(known -> known.name().toLowerCase(Locale.ROOT))
            .orElse("announced");
        return Json.object().put("id", delivery.handle()).put("status", status).put("at", delivery.at().toString());
    }
}
