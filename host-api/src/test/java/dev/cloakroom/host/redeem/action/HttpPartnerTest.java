package dev.cloakroom.host.redeem.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPartnerTest {

    private static final Recipient GARAGE = new Recipient(
        new RecipientId("garage"),
        "Garage",
        Set.of(ScopeCatalog.LICENSE_PLATE),
        Set.of("garage.example"),
        false
    );

    @Test
    void receive_postsTheValueWithItsScopeAndKey() throws IOException {
        var seen = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/plates", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/plates");
        try (var receiver = HttpPartner.onLoopback(address, Duration.ofSeconds(10))) {
            assertThat(receiver.receive(ScopeCatalog.LICENSE_PLATE, "粤B·Z9Q7X4", "o-1", "r1")).isEqualTo(
                RedemptionResult.SENT
            );
        } finally {
            server.stop(0);
        }
        assertThat(seen.getFirst()).isEqualTo("r1");
        assertThat(seen.getLast()).contains(
            "\"scope\":\"scope.licensePlate\"",
            "\"value\":\"粤B·Z9Q7X4\"",
            "\"reference\":\"o-1\""
        );
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "http://garage.example/plates",
            "https://garage.example.evil.example/plates",
            "https://garage.example@evil.example/plates",
            "https://evil.example/?garage.example",
            "file:///plates",
            "https:/plates",
        }
    )
    void at_refusesAnAddressThatIsNotTheRecipients(String address) {
        assertThatThrownBy(() -> HttpPartner.at(GARAGE, URI.create(address), Duration.ofSeconds(1))).isInstanceOf(
            IllegalArgumentException.class
        );
    }

    @ParameterizedTest
    @ValueSource(
        strings = { "http://garage.example/", "http://localhost.evil.example/", "http://127.0.0.1@evil.example/" }
    )
    void onLoopback_refusesAnotherMachine(String address) {
        assertThatThrownBy(() -> HttpPartner.onLoopback(URI.create(address), Duration.ofSeconds(1))).isInstanceOf(
            IllegalArgumentException.class
        );
    }

    @Test
    void at_takesTheRecipientsOwnHost() {
        HttpPartner.at(GARAGE, URI.create("https://garage.example/plates"), Duration.ofSeconds(1)).close();
    }
}
