package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private final FakeNetwork network = new FakeNetwork();
    private final List<HttpAsk> asked = network.asked;
    private final List<HttpExchange> observed = network.observed;

    @Test
    void request_toADeclaredOriginIsSentAndItsAnswerPassedOn() {
        var result = call("{\"url\": \"https://api.example/a?b=c\", \"method\": \"post\", \"data\": \"{}\"}");

        assertThat(result).isEqualTo(
            new ApiResult.Ok(json("{\"statusCode\": 404, \"data\": \"no such page\", \"header\": {\"x-a\": \"b\"}}"))
        );
        assertThat(asked).extracting(HttpAsk::method).containsExactly("POST");
        assertThat(asked).extracting(HttpAsk::body).containsExactly("{}");
        assertThat(observed).extracting(HttpExchange::status).containsExactly(404);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "https://evil.example/",
            "http://api.example/",
            "https://api.example:8443/",
            "https://api.example.evil.example/",
            "https://api.example@evil.example/",
            "https://evil.example@api.example/",
            "https://evil.example#@api.example/",
            "https://evil.example\\\\@api.example/",
            "//api.example/",
            "/v1/redeem",
            "http://127.0.0.1/",
            "http://[::1]/",
            "file:///etc/passwd",
            "jar:file:///etc/passwd!/",
            "data:text/plain,hello",
            "",
            "https://",
        }
    )
    void addressThatIsNotDeclared_isNeverAskedAndStillObserved(String url) {
        assertThat(call("{\"url\": \"" + url + "\", \"data\": \"secret\"}")).isEqualTo(
            new ApiResult.Fail("fail url not in domain list", 600002)
        );

        assertThat(asked).isEmpty();
        assertThat(observed).extracting(HttpExchange::body).containsExactly("secret");
        assertThat(observed).extracting(HttpExchange::status).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CONNECT", "TRACE", "PATCH", "GET /", "", "POST\\r\\nX: y" })
    void methodThatIsNone_isRefused(String method) {
        assertThat(call("{\"url\": \"https://api.example/\", \"method\": \"" + method + "\"}")).isEqualTo(
            new ApiResult.Fail("fail parameter error", 1001)
        );
        assertThat(asked).isEmpty();
    }

    @Test
    void headersThatTellOfTheUserOrReframe_areLeftOut() {
        call(
            """
            {"url": "https://api.example/", "header": {
                "X-Session": "7", "Content-Type": "text/plain", "Cookie": "a=b", "HOST": "evil.example",
                "User-Agent": "x", "referer": "y", "Transfer-Encoding": "chunked", "Content-Length": "9",
                "X-Forwarded-For": "1.2.3.4", "Accept-Language": "de", "Sec-CH-UA": "x", "Proxy-Authorization": "x", "from": "lin", "a b": "c", "x-line": "a\\r\\nHost: evil.example",
                "x-umlaut": "ä", "": "z"}}"""
        );

        assertThat(asked.getFirst().headers()).isEqualTo(Map.of("x-session", "7", "content-type", "text/plain"));
        assertThat(observed.getFirst().headers().keySet()).isEqualTo(Set.of("x-session", "content-type"));
    }

    @Test
    void originThatTheHostAppDoesNotAllow_isNeverAsked() {
        var request = new Request(network.exchanges((_, origin) -> !origin.equals("https://api.example")));
        var caller = Programs.caller(Limits.DEFAULT, new SettableClock());

        assertThat(request.call(new ApiCall(caller, json("{\"url\": \"https://api.example/\"}")))).isEqualTo(
            new ApiResult.Fail("fail url not in domain list", 600002)
        );
        assertThat(asked).isEmpty();
    }

    @Test
    void redirects_mayLeadWhereTheProgramMayGo() {
        call("{\"url\": \"https://api.example/\"}");

        assertThat(asked.getFirst().origins()).containsExactly("https://api.example");
    }

    @Test
    void bytes_passBothWaysAsTheyAre() {
        var result = call(
            "{\"url\": \"https://api.example/bytes\", \"method\": \"POST\", \"bytes\": \"AP8B\"," +
                " \"responseType\": \"arraybuffer\"}"
        );

        assertThat(asked.getFirst().content()).isEqualTo(Body.of(new byte[] { 0, -1, 1 }));
        assertThat(((ApiResult.Ok) result).value().path("data").asText()).isEqualTo("AP8B");
    }

    @Test
    void bytesThatAreNoBase64_areRefused() {
        assertThat(call("{\"url\": \"https://api.example/\", \"bytes\": \"?\"}")).isEqualTo(
            new ApiResult.Fail("fail parameter error", 1001)
        );
        assertThat(asked).isEmpty();
    }

    @Test
    void cookiesOfAnAnswer_areNotTold() {
        assertThat(call("{\"url\": \"https://api.example/cookie\"}")).isEqualTo(
            new ApiResult.Ok(
                json("{\"statusCode\": 200, \"data\": \"\", \"header\": {\"content-type\": \"text/plain\"}}")
            )
        );
    }

    @Test
    void requestsBeyondTheRate_areRefusedAndNotSent() {
        var request = new Request(network.exchanges(AllowedOrigins.DECLARED));
        var caller = Programs.caller(Limits.DEFAULT, new SettableClock());
        ApiResult last = ApiResult.ok();
        for (int i = 0; i < 2_000; i++) {
            last = request.call(new ApiCall(caller, json("{\"url\": \"https://api.example/\"}")));
        }

        assertThat(last).isEqualTo(new ApiResult.Fail("fail too many requests: send fewer a second", 600001));
        assertThat(asked).hasSizeLessThan(2_000);
    }

    @Test
    void timeout_isWithinBounds() {
        call("{\"url\": \"https://api.example/\", \"timeout\": 9999999999}");
        call("{\"url\": \"https://api.example/\", \"timeout\": -5}");
        call("{\"url\": \"https://api.example/\"}");

        assertThat(asked)
            .extracting(HttpAsk::timeout)
            .containsExactly(Duration.ofSeconds(60), Duration.ofMillis(1), Duration.ofSeconds(60));
    }

    @Test
    void requestThatComesToNothing_isToldFromAFixedListAndObserved() {
        assertThat(call("{\"url\": \"https://api.example/gone\"}")).isEqualTo(
            new ApiResult.Fail("fail connect to server failed", 600001)
        );
        assertThat(observed).extracting(HttpExchange::status).containsExactly(0);
    }

    private ApiResult call(String args) {
        return new Request(network.exchanges(AllowedOrigins.DECLARED)).call(
            new ApiCall(Programs.caller(Limits.DEFAULT, new SettableClock()), json(args))
        );
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
