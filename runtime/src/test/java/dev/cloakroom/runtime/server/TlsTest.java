package dev.cloakroom.runtime.server;

import static dev.cloakroom.runtime.server.ApiFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API with a certificate of its own. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private KeyStore made;

    @BeforeEach
    void makeCertificate() throws Exception {
        made = certificate("first");
        write(made);
    }

    @Test
    void programThatSigns_isServedOverTls() throws Exception {
        try (var fixture = open()) {
            var shop = fixture.backEnd(SHOP);
            assertThat(shop.api().toString()).startsWith("https://localhost:");
            var body =
                "grant_type=client_credentials&client_assertion_type=" +
                BackEnd.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") +
                "&client_assertion=" +
                shop.assertion();
            var answer = client().send(
                request(shop.api(), "/v1/token", body).header("DPoP", shop.proof("/v1/token", BackEnd.same())).build(),
                HttpResponse.BodyHandlers.ofString()
            );
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Json.parseObject(answer.body()).orElseThrow().path("token_type").asText()).isEqualTo("DPoP");
        }
    }

    @Test
    void secret_isRefusedEvenOverTls() throws Exception {
        try (var fixture = open()) {
            var secret = fixture.host.programs().register(SHOP);
            var basic = Base64.getEncoder().encodeToString(
                (secret.id().value() + ":" + secret.secret()).getBytes(StandardCharsets.US_ASCII)
            );
            var answer = client().send(
                request(fixture.server.address(), "/v1/introspect", "token=x")
                    .header("Authorization", "Basic " + basic)
                    .build(),
                HttpResponse.BodyHandlers.ofString()
            );
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("DPoP ")
                .doesNotContain("Basic");
        }
    }

    @Test
    void stranger_isNotTrusted() throws Exception {
        try (var fixture = open(); var unknowing = HttpClient.newHttpClient()) {
            var request = request(fixture.server.address(), "/v1/introspect", "token=x").build();
            assertThatThrownBy(() -> unknowing.send(request, HttpResponse.BodyHandlers.ofString())).isInstanceOf(
                SSLHandshakeException.class
            );
        }
    }

    @Test
    void protocolsBeforeTls12_areRefused() throws Exception {
        try (var fixture = open(); var socket = trusting(made).getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), fixture.server.address().getPort()));
            var tls = (SSLSocket) socket;
            tls.setEnabledProtocols(new String[] { "TLSv1.1" });
            assertThatThrownBy(tls::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void plainHttp_isNotAnswered() throws Exception {
        try (var fixture = open()) {
            var plain = URI.create("http://127.0.0.1:" + fixture.server.address().getPort());
            assertThatThrownBy(() ->
                new Wire(plain).send("GET /v1/openapi.json HTTP/1.1\nHost: localhost", "")
            ).isInstanceOfAny(IOException.class, IndexOutOfBoundsException.class);
        }
    }

    @Test
    void otherName_isRefused() throws Exception {
        try (var fixture = open()) {
            var address = URI.create("https://127.0.0.1:" + fixture.server.address().getPort());
            var answer = client().send(
                request(address, "/v1/introspect", "token=x").build(),
                HttpResponse.BodyHandlers.ofString()
            );
            assertThat(answer.statusCode()).isEqualTo(421);
        }
    }

    @Test
    void certificate_isReadAgainWhenItChangesAndIsGood() throws Exception {
        try (var certificate = TlsCertificate.open(pem("chain"), pem("key"))) {
            certificate.factory().start();
            var former = certificate.factory().getKeyStore().getCertificate("cloakroom");

            Files.writeString(pem("chain"), "half a file");
            Files.setLastModifiedTime(pem("chain"), FileTime.from(Instant.EPOCH));
            certificate.reloadIfChanged();
            assertThat(certificate.factory().getKeyStore().getCertificate("cloakroom")).isEqualTo(former);

            write(certificate("second"));
            certificate.reloadIfChanged();
            assertThat(certificate.factory().getKeyStore().getCertificate("cloakroom")).isNotEqualTo(former);
            certificate.factory().stop();
        }
    }

    @Test
    void filesThatAreNoCertificate_areRefusedInWords() throws Exception {
        Files.writeString(
            pem("key"),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----\n"
        );
        assertThatThrownBy(() -> TlsCertificate.open(pem("chain"), pem("key")))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("PKCS #8");
        assertThatThrownBy(() -> TlsCertificate.open(pem("none"), pem("key"))).isInstanceOf(BadInput.class);
    }

    @Test
    void keyOfAnotherCertificate_isRefused() throws Exception {
        var chain = Files.readString(pem("chain"));
        write(certificate("second"));
        Files.writeString(pem("chain"), chain);
        assertThatThrownBy(() -> TlsCertificate.open(pem("chain"), pem("key"))).isInstanceOf(BadInput.class);
    }

    @Test
    void addressWithoutTls_isThisMachineAlone() throws Exception {
        for (var address : List.of("0.0.0.0", "192.0.2.1", "::")) {
            assertThatThrownBy(() -> Listening.plain(InetAddress.ofLiteral(address), 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Listening.withTls");
        }
        assertThat(Listening.plain(InetAddress.ofLiteral("127.0.0.1"), 0)).isEqualTo(Listening.onLoopback(0));
    }

    @Test
    void names_areHostNames() {
        for (var name : List.of("", "a b", "https://a.example", "a.example:443", "*.a.example", "-a")) {
            assertThatThrownBy(() -> Listening.withTls(any(), pem("chain"), pem("key"), List.of(name)))
                .as(name)
                .isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> Listening.withTls(any(), pem("chain"), pem("key"), List.of())).isInstanceOf(
            BadInput.class
        );
    }

    private ApiFixture open() {
        var listening = Listening.withTls(any(), pem("chain"), pem("key"), List.of("Localhost"));
        return new ApiFixture(folder.resolve("data"), listening, ApiFixture.PATIENT, UnaryOperator.identity());
    }

    private static InetSocketAddress any() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private static HttpRequest.Builder request(URI api, String path, String form) {
        return HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", BackEnd.FORM)
            .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpClient client() throws GeneralSecurityException, IOException {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] { "TLSv1.3" });
        return HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting(made))
            .sslParameters(parameters)
            .build();
    }

    private static SSLContext trusting(KeyStore certificate) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("api", certificate.getCertificate("api"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private KeyStore certificate(String name) throws Exception {
        var file = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "api",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString()
        );
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private void write(KeyStore store) throws Exception {
        Files.writeString(pem("chain"), block("CERTIFICATE", store.getCertificate("api").getEncoded()));
        Files.writeString(pem("key"), block("PRIVATE KEY", store.getKey("api", PASSWORD).getEncoded()));
    }

    private static String block(String name, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }
}
