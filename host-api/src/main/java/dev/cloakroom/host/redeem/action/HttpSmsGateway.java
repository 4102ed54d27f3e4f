package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Posts {@code {"to": "+86…", "text": "…", "id": "…"}} to one address; what the status means is {@link JsonPost}'s. */
public final class HttpSmsGateway implements SmsGateway, AutoCloseable {

    private final JsonPost post;

    /**
     * Posts to {@code address}.
     *
     * @param timeout until the status is there; nothing else of the answer is waited for
     */
    public HttpSmsGateway(URI address, Duration timeout) {
        this.post = new JsonPost(address, timeout);
    }

    @Override
    public RedemptionResult send(String phone, String text, String id) {
        return post.send(id, Map.of("to", phone, "text", text, "id", id));
    }

    @Override
    public void close() {
        post.close();
    }
}
