package dev.cloakroom.host.redeem.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.host.redeem.RedemptionResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSmsGatewayTest {

    private final List<String> bodies = new ArrayList<>();
    private final CountDownLatch hang = new CountDownLatch(1);
    private final HttpServer server;
    private int status = 200;

    HttpSmsGatewayTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/sms");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/hang", _ -> {
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        hang.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({ "200,SENT", "204,SENT", "302,UNKNOWN", "400,FAILED", "429,FAILED", "500,UNKNOWN", "503,UNKNOWN" })
    void send_readsTheStatus(int answered, RedemptionResult result) {
        status = answered;
        assertThat(send("/sms", Duration.ofSeconds(10))).isEqualTo(result);
        assertThat(bodies).hasSize(1);
        assertThat(bodies.getFirst()).contains("\"to\":\"+8613812345678\"", "\"text\":\"\\\"hi\\\"\"", "\"id\":\"r1\"");
    }

    @Test
    void send_isUnknownWithoutAnAnswerInTime() {
        assertThat(send("/hang", Duration.ofMillis(300))).isEqualTo(RedemptionResult.UNKNOWN);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void send_doesNotWaitForABodyThatNeverEnds() {
        assertThat(send("/drip", Duration.ofSeconds(10))).isEqualTo(RedemptionResult.SENT);
    }

    @Test
    void send_failsWhenNobodyListens() {
        server.stop(0);
        assertThat(send("/sms", Duration.ofSeconds(10))).isEqualTo(RedemptionResult.FAILED);
    }

    private RedemptionResult send(String path, Duration timeout) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        var gateway = new HttpSmsGateway(address, timeout);
        return gateway.send("+8613812345678", "\"hi\"", "r1");
    }
}
