package dev.cloakroom.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server on loopback with a certificate for {@code api.example} and {@code other.example}, which misbehaves by path. */
final class StrangeServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    final Queue<String> reached = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;
    private final SSLContext trust;
    private volatile boolean closed;

    StrangeServer(Path folder) throws Exception {
        KeyStore certificate = certificate(folder.resolve("server.p12"));
        this.trust = trusting(certificate);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(certificate)));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Trusts this server's certificate alone. */
    SSLContext trust() {
        return trust;
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        reached.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/jump" -> jump(exchange);
                case "/drip" -> drip(exchange);
                case "/huge" -> zeros(exchange, exchange.getResponseBody());
                case "/bomb" -> bomb(exchange);
                case "/bytes" -> send(exchange, exchange.getRequestBody().readAllBytes());
                case "/cookie" -> cookie(exchange);
                default -> send(exchange, echo(exchange).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void jump(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().getQuery();
        exchange.getResponseHeaders().add("Location", target == null ? "/jump" : target);
        exchange.sendResponseHeaders(302, -1);
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!closed) {
                out.write('.');
                out.flush();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void zeros(HttpExchange exchange, OutputStream out) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] some = new byte[1 << 16];
        while (!closed) {
            out.write(some);
        }
    }

    /** A gigabyte in a megabyte. */
    private void bomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        byte[] some = new byte[1 << 20];
        try (var out = new GZIPOutputStream(exchange.getResponseBody())) {
            for (int i = 0; i < 1024 && !closed; i++) {
                out.write(some);
            }
        }
    }

    private static void cookie(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "id=1; Path=/");
        send(
            exchange,
            String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).getBytes(StandardCharsets.UTF_8)
        );
    }

    private static String echo(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + new TreeMap<>(exchange.getRequestHeaders()).entrySet();
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static SSLContext serving(KeyStore certificate) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(certificate, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore certificate) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("server", certificate.getCertificate("server"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore certificate(Path file) throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
            "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=api.example -ext " +
            "san=dns:api.example,dns:other.example -validity 2 -storetype PKCS12 -storepass changeit -keystore";
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.add(file.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }
}
