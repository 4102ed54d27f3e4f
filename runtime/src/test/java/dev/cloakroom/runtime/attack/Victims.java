package dev.cloakroom.runtime.attack;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A host that has something to lose: its users say yes to all that they are asked, and its network answers. */
final class Victims {

    private Victims() {}

    static Host host(Path cache, Path data, Limits limits, Observer observer) throws IOException {
        var gateway = new Recipient(new RecipientId("sms-gateway"), "SMS gateway", Set.of(ScopeCatalog.PHONE_NUMBER));
        HostOptions options = HostOptions.defaults(cache)
            .withLimits(limits)
            .withObserver(observer)
            .withRecipients(RecipientRegistry.of(List.of(gateway)))
            .withEgress(Victims::answer)
            .withOrigins(AllowedOrigins.DECLARED);
        return Host.open(data, _ -> ConsentAnswer.ONCE, options);
    }

    /** Tells what came in; a path {@code /never} is not answered. */
    private static HttpAnswer answer(HttpAsk ask) {
        if (ask.url().getRawPath().equals("/never")) {
            waitForEver();
        }
        String body = Json.object()
            .put("method", ask.method())
            .put("url", ask.url().toString())
            .set("headers", Json.tree(ask.headers()))
            .toString();
        return new HttpAnswer(200, Map.of(), body);
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a request", e);
        }
    }
}
