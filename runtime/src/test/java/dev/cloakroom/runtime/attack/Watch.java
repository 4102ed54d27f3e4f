package dev.cloakroom.runtime.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.PageWatcher;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** What the host sees of the attackers' sessions, each of which has a user of its own. */
final class Watch implements Observer {

    /** Is in every value that no attacker may get hold of. */
    static final String SECRET = "kept-for-the-victim";
    /** Is in everything that no page may carry and no console may keep. */
    static final String LOOT = "LOOT";

    private static final String OUTCOME = "outcome ";
    private static final String ASKS = "await ";
    /** What the worker says when the engine gave a session up. */
    private static final String NESTED = "its calls are nested too deep";

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * One session: each future completes at most once.
     *
     * @param asks what the attack waits for: {@code victim}, or {@code tap ID}
     */
    record Seen(
        CompletableFuture<Boolean> ready,
        CompletableFuture<Boolean> begun,
        BlockingQueue<String> asks,
        CompletableFuture<Outcome> outcome
    ) implements PageWatcher {
        Seen() {
            this(
                new CompletableFuture<>(),
                new CompletableFuture<>(),
                new LinkedBlockingQueue<>(),
                new CompletableFuture<>()
            );
        }

        void says(String text) {
            if (text.contains(SECRET)) {
                outcome.complete(Outcome.reached("a secret"));
            } else if (text.startsWith(OUTCOME)) {
                outcome.complete(Outcome.of(text.substring(OUTCOME.length())));
            } else if (text.equals("ready")) {
                ready.complete(true);
            } else if (text.startsWith("begun ")) {
                begun.complete(true);
            } else if (text.startsWith(ASKS)) {
                asks.add(text.substring(ASKS.length()));
            } else if (text.contains(LOOT)) {
                outcome.complete(Outcome.reached("the console"));
            }
        }

        @Override
        public void operations(Page page, ArrayNode operations) {
            if (operations.toString().contains(LOOT)) {
                outcome.complete(Outcome.reached("the page"));
            }
        }

        @Override
        public void opened(Page page) {}

        @Override
        public void shown(Page page) {}

        @Override
        public void closed(Page page) {}
    }

    Seen of(String user) {
        return seen.computeIfAbsent(user, _ -> new Seen());
    }

    @Override
    public void console(String user, String level, String text, String at) {
        of(user).says(text);
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        of(user).says(args.path("title").asText());
        if (args.toString().contains(SECRET)) {
            of(user).outcome().complete(Outcome.reached("a secret"));
        }
    }

    @Override
    public void problem(String user, String message, String at) {
        if (message.contains(NESTED)) {
            of(user).outcome().complete(Outcome.of("fault"));
        }
    }
}
