package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Posts {@code {"scope", "value", "reference", "id"}} to an address of a recipient; what the status means is
 * {@link JsonPost}'s.
 */
public final class HttpValueReceiver implements ValueReceiver, AutoCloseable {

    private final JsonPost post;

    private HttpValueReceiver(URI address, Duration timeout) {
        this.post = new JsonPost(address, timeout);
    }

    /**
     * Posts to one of the recipient's own hosts, by HTTPS.
     *
     * @throws IllegalArgumentException for any other address
     */
    public static HttpValueReceiver at(Recipient recipient, URI address, Duration timeout) {
        if (!"https".equals(address.getScheme()) || !recipient.hosts().contains(address.getHost())) {
            throw new IllegalArgumentException(
                "recipient `" + recipient.id().value() + "` is reached by https at one of its own hosts"
            );
        }
        return new HttpValueReceiver(address, timeout);
    }

    /**
     * Posts to this machine without TLS, for development and tests.
     *
     * @throws IllegalArgumentException for another machine's address
     */
    public static HttpValueReceiver onLoopback(URI address, Duration timeout) {
        if (!"http".equals(address.getScheme()) || !"127.0.0.1".equals(address.getHost())) {
            throw new IllegalArgumentException("without TLS, a value goes to `http://127.0.0.1` only");
        }
        return new HttpValueReceiver(address, timeout);
    }

    @Override
    public RedemptionResult receive(Scope scope, String value, String reference, String id) {
        return post.send(id, Map.of("scope", scope.name(), "value", value, "reference", reference, "id", id));
    }

    @Override
    public void close() {
        post.close();
    }
}
