package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what the answers allow a browser. */
class SimulatorServerTest {

    @TempDir
    private static Path folder;

    private static SimulatedShop shop;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        shop = new SimulatedShop(folder);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void key_worksOnceAndTheCookieIsNotForScripts() throws Exception {
        URI address = shop.simulator.address();

        HttpResponse<String> first = shop.get(address, "");
        HttpResponse<String> second = shop.get(address, "");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/");
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
            .startsWith("cloakroom-" + shop.server.getPort() + "=")
            .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void usedKeyInTheSameBrowser_leadsToThePage() throws Exception {
        URI address = shop.simulator.address();
        shop.get(address, "");

        assertThat(shop.get(address, shop.cookie).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "/",
            "/simulator/top.js",
            "/simulator/top.css",
            "/simulator/icon.svg",
            "/simulator/frame",
            "/simulator/resource?path=images/tea.svg",
        }
    )
    void missingOrWrongCookie_getsNothing(String path) throws Exception {
        String name = shop.cookie.substring(0, shop.cookie.indexOf('=') + 1);

        assertThat(shop.get(shop.server.resolve(path), "").statusCode()).isEqualTo(403);
        assertThat(shop.get(shop.server.resolve(path), name + "guess").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
        textBlock = """
        evil.example:PORT, ,                        421
        evil.example,      ,                        421
        127.0.0.1,         ,                        421
        127.0.0.1:1,       ,                        421
        127.0.0.1.:PORT,   ,                        421
        [::1]:PORT,        ,                        421
        127.0.0.1:PORT,    http://evil.example,     403
        127.0.0.1:PORT,    null,                    403
        127.0.0.1:PORT,    https://127.0.0.1:PORT,  403
        127.0.0.1:PORT,    http://127.0.0.1:1,      403
        127.0.0.1:PORT,    http://localhost:PORT,   403
        127.0.0.1:PORT,    http://127.0.0.1:PORT,   200
        127.0.0.1:PORT,    ,                        200
        localhost:PORT,    http://localhost:PORT,   200
        """
    )
    void hostAndOrigin_haveToBeThisServer(String host, String origin, int status) throws IOException {
        assertThat(status("/simulator/top.js", host, origin, "")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
        textBlock = """
        evil.example:PORT, http://evil.example:PORT, 421
        evil.example:PORT, http://127.0.0.1:PORT,    421
        127.0.0.1:PORT,    http://evil.example,      403
        127.0.0.1:PORT,    null,                     403
        127.0.0.1:PORT,    http://127.0.0.1:1,       403
        127.0.0.1:PORT,    ,                         403
        127.0.0.1:PORT,    http://127.0.0.1:PORT,    101
        """
    )
    void socket_isForThisPageAlone(String host, String origin, int status) throws IOException {
        String upgrade =
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

        assertThat(status("/simulator/socket", host, origin, upgrade)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "true, true, 409", "false, true, 403", "true, false, 403" })
    void fileThatIsPicked_comesFromThisPageAlone(boolean pass, boolean origin, int status) throws Exception {
        var post = HttpRequest.newBuilder(shop.server.resolve("/simulator/pick?number=1")).POST(
            HttpRequest.BodyPublishers.ofString("a picture")
        );
        if (pass) {
            post.header("Cookie", shop.cookie);
        }
        if (origin) {
            post.header("Origin", "http://" + shop.server.getAuthority());
        }

        assertThat(shop.client.send(post.build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(
            status
        );
    }

    @Test
    void socketWithoutThePass_isRefused() {
        String origin = "http://" + shop.server.getAuthority();

        assertThatThrownBy(() -> new TestDocument(shop.client, shop.server, origin, "a=b")).hasMessageContaining(
            "WebSocketHandshakeException"
        );
    }

    @Test
    void topDocument_mayLoadOnlyFromHere() throws Exception {
        HttpResponse<String> top = shop.get("/");

        assertThat(top.body()).contains("<title>top</title>");
        assertThat(policy(top)).isEqualTo(
            "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'; " +
                "connect-src 'self'; frame-src 'self'; img-src 'self' blob:; frame-ancestors 'none'"
        );
        assertThat(top.headers().map()).containsKeys(
            "permissions-policy",
            "x-content-type-options",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "referrer-policy"
        );
    }

    @Test
    void frame_runsItsOwnScriptAloneUnderAFreshNonce() throws Exception {
        HttpResponse<String> frame = shop.get("/simulator/frame");
        Matcher nonce = Pattern.compile("script-src 'nonce-([\\w-]{20,})'").matcher(policy(frame));

        assertThat(nonce.find()).isTrue();
        assertThat(frame.body()).contains(
            "<script nonce=\"" + nonce.group(1) + "\">\"frame script\";",
            "<style nonce=\"" + nonce.group(1) + "\">body { color: blue }"
        );
        assertThat(policy(frame)).contains(
            "default-src 'none'",
            "connect-src 'none'",
            "form-action 'none'",
            "sandbox allow-scripts;",
            "frame-ancestors http://" + shop.server.getAuthority()
        );
        assertThat(policy(shop.get("/simulator/frame"))).isNotEqualTo(policy(frame));
    }

    @Test
    void icon_isThere() throws Exception {
        HttpResponse<String> icon = shop.get("/simulator/icon.svg");

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    }

    @Test
    void resource_isServedAsWhatItIsAndDoesNothingByItself() throws Exception {
        HttpResponse<String> image = shop.get("/simulator/resource?path=images/tea.svg");

        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(image.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(policy(image)).contains("default-src 'none'", "sandbox");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "secret.txt",
            "app.js",
            "images/../secret.txt",
            "../program/images/tea.svg",
            "images/%2e%2e/images/tea.svg",
            "/images/tea.svg",
            "images/tea.svg%00.png",
            "images/none.svg",
            "images",
            "svg",
            "",
        }
    )
    void resourceThatIsNoImageOfThePackage_isNotThere(String path) throws Exception {
        assertThat(shop.get("/simulator/resource?path=" + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/session", "/simulator/", "/simulator/frame.html", "/simulator/../simulator/x" })
    void anythingElse_isNotThere(String path) throws Exception {
        assertThat(shop.get(path).statusCode()).isEqualTo(404);
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    // the JDK's client chooses these headers itself
    private static int status(String path, String host, String origin, String more) throws IOException {
        String port = String.valueOf(shop.server.getPort());
        String request =
            "GET " +
            path +
            " HTTP/1.1\r\nHost: " +
            host +
            "\r\nCookie: " +
            shop.cookie +
            "\r\n" +
            more +
            (origin == null ? "" : "Origin: " + origin + "\r\n") +
            "Connection: " +
            (more.isEmpty() ? "close" : "Upgrade") +
            "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.server.getPort())) {
            socket.getOutputStream().write(request.replace("PORT", port).getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine(), "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
        }
    }
}
