package dev.cloakroom.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.Observer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentEgressTest {

    private static final String ORIGIN = "https://shop.example";

    private final Queue<String> reached = new ConcurrentLinkedQueue<>();
    private final Queue<String> observed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch forever = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer backend;
    private HttpServer stranger;
    private DevelopmentEgress egress;

    @BeforeEach
    void start() throws IOException {
        backend = serve("back end");
        stranger = serve("stranger");
        egress = new DevelopmentEgress(
            new Observer() {
                @Override
                public void backendRequest(dev.cloakroom.runtime.observe.HttpExchange request) {
                    observed.add(request.method() + " " + request.url() + " " + request.status());
                }
            }
        );
        egress.route(ORIGIN, URI.create(address(backend)));
    }

    @AfterEach
    void stop() {
        forever.countDown();
        egress.close();
        backend.stop(0);
        stranger.stop(0);
        threads.close();
    }

    @Test
    void request_reachesTheBackEndInPlaceOfItsOrigin() throws Exception {
        var ask = new HttpAsk(
            "POST",
            URI.create(ORIGIN + "/orders?x=%2F1"),
            Map.of("x-session", "7", "content-type", "application/json"),
            "{\"a\": 1}",
            Duration.ofSeconds(10)
        );

        HttpAnswer answer = egress.send(ask);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("x-from", "back end");
        assertThat(answer.body()).isEqualTo("7 application/json {\"a\": 1}");
        assertThat(reached).containsExactly("back end: POST /orders?x=%2F1");
        assertThat(observed).containsExactly("POST https://shop.example/orders?x=%2F1 200");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "http://shop.example/",
            "https://shop.example:8443/",
            "https://shop.example.evil.example/",
            "https://evil.example/",
            "https://user@shop.example/",
            "https://SHOP.example/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
        }
    )
    void originWithoutARoute_isRefused(String url) {
        assertFails(URI.create(url), EgressFailed.Reason.NO_ROUTE);
        assertThat(reached).isEmpty();
    }

    @Test
    void addressOfAnotherServer_isRefusedAsWell() {
        assertFails(URI.create(address(stranger) + "/"), EgressFailed.Reason.NO_ROUTE);
        assertThat(reached).isEmpty();
    }

    /** A path of two slashes would name a host if it were resolved as a reference. */
    @Test
    void pathThatLooksLikeAHost_staysAPath() throws Exception {
        String path = "//127.0.0.1:" + stranger.getAddress().getPort() + "/v1/redeem";

        get(URI.create(ORIGIN + path));

        assertThat(reached).containsExactly("back end: GET " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?a=b", "/", "/.//x", "/..", "/%2e%2e//x" })
    void oddPath_staysAtTheBackEnd(String path) throws Exception {
        get(URI.create(ORIGIN + path));

        assertThat(reached).singleElement().asString().startsWith("back end: GET /");
    }

    @Test
    void redirect_isAnsweredAndNotFollowed() throws Exception {
        HttpAnswer answer = get(URI.create(ORIGIN + "/jump"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(reached).containsExactly("back end: GET /jump");
    }

    @Test
    void answerThatIsTooLong_isDropped() throws Exception {
        assertFails(URI.create(ORIGIN + "/long?" + ((4 << 20) + 1)), EgressFailed.Reason.TOO_LONG);
        assertThat(get(URI.create(ORIGIN + "/long?" + (4 << 20))).body()).hasSize(4 << 20);
    }

    @Test
    void answerThatDoesNotCome_isATimeout() {
        var ask = new HttpAsk("GET", URI.create(ORIGIN + "/never"), Map.of(), "", Duration.ofMillis(200));

        assertThatThrownBy(() -> egress.send(ask)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(EgressFailed.Reason.TIMEOUT)
        );
    }

    @Test
    void backEndThatIsGone_isUnreachable() {
        backend.stop(0);

        assertFails(URI.create(ORIGIN + "/"), EgressFailed.Reason.UNREACHABLE);
    }

    @Test
    void cookies_areNeitherKeptNorSent() throws Exception {
        get(URI.create(ORIGIN + "/cookie"));

        assertThat(get(URI.create(ORIGIN + "/cookie")).body()).isEqualTo("null");
    }

    private HttpAnswer get(URI url) throws EgressFailed {
        return egress.send(new HttpAsk("GET", url, Map.of(), "", Duration.ofSeconds(10)));
    }

    private void assertFails(URI url, EgressFailed.Reason reason) {
        assertThatThrownBy(() -> get(url)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(reason)
        );
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpServer serve(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            reached.add(name + ": " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders().add("x-from", name);
            answer(exchange);
        });
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (String.valueOf(exchange.getRequestURI().getPath())) {
            case "/jump" -> {
                exchange.getResponseHeaders().add("Location", address(stranger) + "/v1/session");
                send(exchange, 302, "");
            }
            case "/long" -> send(exchange, 200, "x".repeat(Integer.parseInt(exchange.getRequestURI().getQuery())));
            case "/cookie" -> {
                exchange.getResponseHeaders().add("Set-Cookie", "id=1; Path=/");
                send(exchange, 200, String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            }
            case "/never" -> awaitTheEnd();
            default -> send(exchange, 200, echo(exchange));
        }
    }

    private static String echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return String.join(
            " ",
            List.of(
                String.valueOf(headers.getFirst("x-session")),
                String.valueOf(headers.getFirst("content-type")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            )
        );
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void awaitTheEnd() {
        try {
            forever.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
