package dev.cloakroom.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {

    private static final Set<String> ORIGINS = Set.of("https://a.example", "https://b.example", "http://127.0.0.1");

    private final List<HttpAsk> asked = new ArrayList<>();

    @Test
    void redirectToAnAllowedOrigin_isFollowedWithoutTheAuthorization() throws Exception {
        var answer = follow("POST", 307, "https://b.example/there", 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked)
            .extracting(ask -> ask.url().toString())
            .containsExactly("https://a.example/here", "https://b.example/there");
        assertThat(asked.getLast().headers()).isEqualTo(Map.of("content-type", "text/plain", "x-a", "b"));
        assertThat(asked.getLast().body()).isEqualTo("body");
    }

    @Test
    void relativeRedirect_keepsTheAuthorization() throws Exception {
        follow("GET", 302, "there?x=1", 1);

        assertThat(asked.getLast().url()).hasToString("https://a.example/there?x=1");
        assertThat(asked.getLast().headers()).containsKey("authorization");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "https://c.example/",
            "https://a.example:8443/",
            "https://a.example@c.example/",
            "https://user@a.example/",
            "//c.example/",
            "http://a.example/",
            "http://127.0.0.1/",
            "https://127.0.0.1/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https:// a.example/",
        }
    )
    void redirectElsewhere_isNotFollowed(String location) {
        assertThatThrownBy(() -> follow("GET", 302, location, 1)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(EgressFailed.Reason.REDIRECTED)
        );
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,301,GET",
        "POST,302,GET",
        "POST,303,GET",
        "POST,307,POST",
        "POST,308,POST",
        "PUT,302,PUT",
        "PUT,303,GET",
        "HEAD,303,HEAD",
    })
    void method_changesAsInABrowser(String method, int status, String next) throws Exception {
        follow(method, status, "/there", 1);

        assertThat(asked.getLast().method()).isEqualTo(next);
        assertThat(asked.getLast().content().isEmpty()).isEqualTo(!next.equals(method));
        assertThat(asked.getLast().headers().containsKey("content-type")).isEqualTo(next.equals(method));
    }

    @Test
    void fiveRedirects_areFollowedAndNoMore() throws Exception {
        assertThat(follow("GET", 302, "/again", 5).status()).isEqualTo(200);
        asked.clear();

        assertThatThrownBy(() -> follow("GET", 302, "/again", 6)).isInstanceOfSatisfying(EgressFailed.class, e ->
            assertThat(e.reason()).isEqualTo(EgressFailed.Reason.TOO_MANY_REDIRECTS)
        );
        assertThat(asked).hasSize(6);
    }

    private HttpAnswer follow(String method, int status, String location, int times) throws EgressFailed {
        Egress hop = ask -> {
            asked.add(ask);
            return asked.size() <= times
                ? new HttpAnswer(status, Map.of("location", location), "")
                : new HttpAnswer(200, Map.of(), "");
        };
        return new Redirects(hop).send(
            new HttpAsk(
                method,
                URI.create("https://a.example/here"),
                Map.of("authorization", "Bearer 7", "content-type", "text/plain", "x-a", "b"),
                Body.of("body"),
                Duration.ofSeconds(1),
                ORIGINS
            )
        );
    }
}
