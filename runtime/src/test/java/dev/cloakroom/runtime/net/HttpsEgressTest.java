package dev.cloakroom.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.net.EgressFailed.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that stands for all public addresses: what passed the check is led to loopback. */
class HttpsEgressTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.7");

    private final Queue<String> resolved = new ConcurrentLinkedQueue<>();
    private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
    private StrangeServer server;
    private HttpsEgress egress;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server = new StrangeServer(folder);
        egress = new HttpsEgress(ledToLoopback(new CheckedResolver(this::addresses)), server.trust());
    }

    @AfterEach
    void stop() {
        egress.close();
        server.close();
    }

    @Test
    void request_carriesNothingButWhatTheProgramPutThere() throws Exception {
        var ask = new HttpAsk("GET", url("api.example", "/echo"), Map.of("x-session", "7"), "", Duration.ofSeconds(10));

        String seen = egress.send(ask).body();

        assertThat(seen).startsWith("GET ").contains("X-session=[7]", "User-agent=[Cloakroom]");
        assertThat(seen.replaceAll("=\\[[^]]*]", "")).isEqualTo(
            "GET [Accept-encoding, Connection, Host, User-agent, X-session]"
        );
    }

    @Test
    void bytes_passBothWaysAsTheyAre() throws Exception {
        var sent = Body.of(new byte[] { 0, -1, 13, 10, -128 });
        var ask = new HttpAsk("POST", url("api.example", "/bytes"), Map.of(), sent, Duration.ofSeconds(10), Set.of());

        assertThat(egress.send(ask).content()).isEqualTo(sent);
    }

    @Test
    void name_isResolvedOnceForAConnection() throws Exception {
        get("api.example", "/echo");

        assertThat(resolved).containsExactly("api.example");
    }

    @Test
    void nameThatMeansSomethingElseLater_isCheckedForTheNextConnection() throws Exception {
        answers.add(List.of(PUBLIC));
        answers.add(List.of(PRIVATE));

        assertThat(get("api.example", "/echo").status()).isEqualTo(200);
        try (var other = new HttpsEgress(ledToLoopback(new CheckedResolver(this::addresses)), server.trust())) {
            var ask = new HttpAsk("GET", url("api.example", "/echo"), Map.of(), "", Duration.ofSeconds(10));
            assertThatThrownBy(() -> other.send(ask)).isInstanceOf(EgressFailed.class);
        }
        assertThat(resolved).hasSize(2);
        assertThat(server.reached).hasSize(1);
    }

    @Test
    void nameWithOneAddressThatIsNotPublic_isNotReached() {
        answers.add(List.of(PUBLIC, PRIVATE));

        assertFails("api.example", "/echo", Reason.UNREACHABLE);
        assertThat(server.reached).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0",
            "localhost",
            "169.254.169.254",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[fd00:ec2::254]",
            "[fe80::1]",
        }
    )
    void addressInPlaceOfAName_isCheckedToo(String host) {
        try (var real = new HttpsEgress(new CheckedResolver(InetAddress::getAllByName), server.trust())) {
            var ask = new HttpAsk("GET", url(host, "/echo"), Map.of(), "", Duration.ofSeconds(10));
            assertThatThrownBy(() -> real.send(ask)).isInstanceOf(EgressFailed.class);
        }
        assertThat(server.reached).isEmpty();
    }

    @Test
    void serverWithACertificateForAnotherName_isNotSpokenTo() {
        assertFails("stranger.example", "/echo", Reason.UNREACHABLE);
        assertThat(server.reached).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http", "ftp", "file", "jar" })
    void schemeOtherThanHttps_isNotReached(String scheme) {
        var ask = new HttpAsk(
            "GET",
            URI.create(scheme + "://api.example:" + server.port() + "/echo"),
            Map.of(),
            "",
            Duration.ofSeconds(10)
        );

        assertThatThrownBy(() -> egress.send(ask)).isInstanceOf(EgressFailed.class);
        assertThat(resolved).isEmpty();
    }

    @Test
    void redirect_isFollowedWhereTheProgramMayGo() throws Exception {
        HttpAnswer answer = get("api.example", "/jump?" + url("other.example", "/echo"));

        assertThat(answer.body()).startsWith("GET ");
        assertThat(resolved).containsExactly("api.example", "other.example");
    }

    @Test
    void redirectToAnotherOrigin_isNotFollowed() {
        assertFails("api.example", "/jump?" + url("evil.example", "/echo"), Reason.REDIRECTED);
        assertFails("api.example", "/jump?http://api.example/", Reason.REDIRECTED);
        assertThat(resolved).doesNotContain("evil.example");
    }

    @Test
    void redirectToANameThatIsPrivate_isNotReached() {
        answers.add(List.of(PUBLIC));
        answers.add(List.of(PRIVATE));

        assertFails("api.example", "/jump?" + url("other.example", "/echo"), Reason.UNREACHABLE);
        assertThat(server.reached).hasSize(1);
    }

    @Test
    void redirectsWithoutEnd_areGivenUp() {
        assertFails("api.example", "/jump", Reason.TOO_MANY_REDIRECTS);
    }

    @Test
    void answerThatDrips_isGivenUpInTime() {
        var ask = new HttpAsk("GET", url("api.example", "/drip"), Map.of(), "", Duration.ofMillis(500));

        assertThatThrownBy(() -> egress.send(ask)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(Reason.TIMEOUT)
        );
    }

    @ParameterizedTest
    @ValueSource(strings = { "/huge", "/bomb" })
    void answerWithoutEnd_isDropped(String path) {
        assertFails("api.example", path, Reason.TOO_LONG);
    }

    @Test
    void requestThatIsTooLong_isNotSent() {
        var body = Body.of(new byte[TlsHop.MOST_SENT + 1]);
        var ask = new HttpAsk("POST", url("api.example", "/bytes"), Map.of(), body, Duration.ofSeconds(10), Set.of());

        assertThatThrownBy(() -> egress.send(ask)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(Reason.ASK_TOO_LONG)
        );
        assertThat(server.reached).isEmpty();
    }

    @Test
    void headerThatWouldBeginAnother_isNotSentAsOne() throws Exception {
        var headers = Map.of("x-a", "1\r\nX-Injected: 2");
        var ask = new HttpAsk("GET", url("api.example", "/echo"), headers, "", Duration.ofSeconds(10));

        assertThat(egress.send(ask).body()).doesNotContain("X-injected=[2]");
    }

    @Test
    void cookies_areNeitherKeptNorSent() throws Exception {
        get("api.example", "/cookie");

        assertThat(get("api.example", "/cookie").body()).isEqualTo("null");
    }

    @Test
    void closedEgress_sendsNothing() {
        egress.close();

        assertThatThrownBy(() -> get("api.example", "/echo")).isInstanceOf(Exception.class);
        assertThat(server.reached).isEmpty();
    }

    private HttpAnswer get(String host, String path) throws EgressFailed {
        var origins = Set.of("https://api.example:" + server.port(), "https://other.example:" + server.port());
        return egress.send(new HttpAsk("GET", url(host, path), Map.of(), Body.EMPTY, Duration.ofSeconds(20), origins));
    }

    private void assertFails(String host, String path, Reason reason) {
        assertThatThrownBy(() -> get(host, path)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(reason)
        );
    }

    private URI url(String host, String path) {
        return URI.create("https://" + host + ":" + server.port() + path);
    }

    private InetAddress[] addresses(String host) {
        resolved.add(host);
        List<InetAddress> next = answers.isEmpty() ? List.of(PUBLIC) : answers.remove();
        return next.toArray(InetAddress[]::new);
    }

    private static DnsResolver ledToLoopback(DnsResolver checked) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                checked.resolve(host);
                return new InetAddress[] { InetAddress.getLoopbackAddress() };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
