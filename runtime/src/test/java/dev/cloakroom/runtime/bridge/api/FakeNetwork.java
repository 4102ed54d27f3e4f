package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.runtime.media.Photograph;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.net.Body;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network that answers by path, and what was asked of it. */
final class FakeNetwork {

    final List<HttpAsk> asked = new ArrayList<>();
    final List<HttpExchange> observed = new ArrayList<>();

    Exchanges exchanges(AllowedOrigins allowed) {
        return new Exchanges(
            new Network(this::answer, allowed),
            new Observer() {
                @Override
                public void request(String user, HttpExchange sent) {
                    observed.add(sent);
                }
            }
        );
    }

    private HttpAnswer answer(HttpAsk ask) throws EgressFailed {
        asked.add(ask);
        return switch (ask.url().getPath()) {
            case "/gone" -> throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
            case "/late" -> throw new EgressFailed(EgressFailed.Reason.TIMEOUT);
            case "/bytes" -> new HttpAnswer(200, Map.of(), ask.content());
            case "/cookie" -> new HttpAnswer(200, Map.of("set-cookie", "a=b", "content-type", "text/plain"), "");
            case "/picture" -> new HttpAnswer(200, Map.of(), Body.of(Photograph.jpeg(48, 32, 1, "made by a stranger")));
            default -> new HttpAnswer(404, Map.of("x-a", "b"), "no such page");
        };
    }
}
