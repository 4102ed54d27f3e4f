package dev.cloakroom.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTest {

    @TempDir
    private Path folder;

    private Replies read(String json) throws IOException {
        return Replies.read(Files.writeString(folder.resolve("replies.json"), json.replace('`', '"')));
    }

    private static HttpAsk ask(String method, String url) {
        return new HttpAsk(method, URI.create(url), Map.of(), "", Duration.ofSeconds(1));
    }

    @Test
    void find_takesTheFirstThatFits() throws IOException {
        Replies replies = read(
            """
            {`replies`: [{`method`: `POST`, `url`: `https://a.example/x`, `text`: `posted`},
              {`url`: `https://a.example/x?q=1`, `status`: 404},
              {`url`: `https://a.example/*`, `json`: {`a`: [1]}, `headers`: {`x-b`: `c`}}]}
            """
        );
        assertThat(replies.find(ask("POST", "https://a.example/x?y")).orElseThrow().body()).isEqualTo("posted");
        assertThat(replies.find(ask("GET", "https://a.example/x?q=1")).orElseThrow().status()).isEqualTo(404);
        assertThat(replies.find(ask("GET", "https://a.example/x?q=2"))).contains(
            new HttpAnswer(200, Map.of("content-type", "application/json", "x-b", "c"), "{\"a\":[1]}")
        );
        assertThat(replies.find(ask("GET", "https://a.example.evil.example/x"))).isEmpty();
    }

    @Test
    void before_leavesTheRestToTheOtherNetwork() throws Exception {
        Egress none = _ -> {
            throw new EgressFailed(EgressFailed.Reason.NO_ROUTE);
        };
        Egress network = read("{`replies`: [{`url`: `https://a.example/x`}]}").before(none);
        assertThat(network.send(ask("GET", "https://a.example/x")).status()).isEqualTo(200);
        assertThatThrownBy(() -> network.send(ask("GET", "https://a.example/y"))).isInstanceOf(EgressFailed.class);
    }

    @Test
    void read_refusesWhatIsNoReply() {
        assertThatThrownBy(() -> read("{`replies`: [{`url`: `x`, `json`: 1, `text`: `2`}]}")).isInstanceOf(
            BadInput.class
        );
        assertThatThrownBy(() -> read("{`replies`: [{}]}"))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("url");
    }
}
