package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private final List<HttpAsk> asked = new ArrayList<>();
    private final List<HttpExchange> observed = new ArrayList<>();
    private final Request request = new Request(
        ask -> {
            asked.add(ask);
            if (ask.url().getPath().equals("/gone")) {
                throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
            }
            return new HttpAnswer(404, Map.of("x-a", "b"), "no such page");
        },
        new Observer() {
            @Override
            public void request(String user, HttpExchange sent) {
                observed.add(sent);
            }
        }
    );

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
                "X-Forwarded-For": "1.2.3.4", "from": "lin", "a b": "c", "x-line": "a\\r\\nHost: evil.example",
                "x-umlaut": "ä", "": "z"}}"""
        );

        assertThat(asked.getFirst().headers()).isEqualTo(Map.of("x-session", "7", "content-type", "text/plain"));
        assertThat(observed.getFirst().headers().keySet()).isEqualTo(Set.of("x-session", "content-type"));
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
        return request.call(new ApiCall(Programs.caller(Limits.DEFAULT, new SettableClock()), json(args)));
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
