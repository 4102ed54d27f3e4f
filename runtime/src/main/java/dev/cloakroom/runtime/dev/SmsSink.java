package dev.cloakroom.runtime.dev;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;

/** Stands in for an SMS gateway on loopback: takes {@code {"to", "text", "id"}} by POST. */
final class SmsSink implements AutoCloseable {

    private final PartnerSink sink;
    private final Javalin server;

    /** Listens on a free port of the loopback interface. */
    SmsSink(PartnerSink sink) {
        this.sink = sink;
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.post("/messages", this::take);
        }).start("127.0.0.1", 0);
    }

    /** Where the gateway's adapter posts to. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/messages");
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(Context request) {
        ObjectNode message = Json.parseObject(request.body()).orElse(Json.object());
        if (!message.path("to").isTextual() || !message.path("text").isTextual()) {
            request.status(HttpStatus.BAD_REQUEST);
            return;
        }
        sink.take(Received.Kind.SMS, message.get("to").textValue(), message.get("text").textValue());
        request.status(HttpStatus.ACCEPTED);
    }
}
