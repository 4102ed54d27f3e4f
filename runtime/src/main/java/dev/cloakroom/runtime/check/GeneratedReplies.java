package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that are made up for a program, by what it looks for in them: better ones each time. */
final class GeneratedReplies {

    private static final Map<String, String> HEADERS = Map.of("content-type", "application/json");
    private static final Pattern NO_LIST = Pattern.compile(".*\\b(\\w+)\\.(\\w+) is not a function.*", Pattern.DOTALL);
    private static final int DEEPEST = 12;
    private static final int LONGEST_NAME = 100;

    private final Hints hints;
    private final Guess guess;
    private final Map<Endpoint, MadeUpReply> replies = new HashMap<>();
    private boolean changed;

    GeneratedReplies(Hints hints) {
        this.hints = hints;
        this.guess = new Guess(hints);
    }

    /** The answer of an endpoint, as far as it is known what the program reads of it. */
    synchronized HttpAnswer answer(HttpAsk ask) {
        MadeUpReply reply = replies.computeIfAbsent(Endpoint.of(ask), _ -> new MadeUpReply(guess));
        return new HttpAnswer(200, HEADERS, reply.body());
    }

    /** Learns what a program looked for and did not find: the entries that {@code Observer.reads} gives. */
    synchronized void learn(JsonNode reads) {
        reads.forEach(this::missed);
    }

    private void missed(JsonNode read) {
        MadeUpReply reply = replies.get(Endpoint.of(read.path("method").asText(), read.path("url").asText()));
        List<String> path = new ArrayList<>();
        read.path("path").forEach(step -> path.add(step.asText()));
        String key = read.path("key").asText();
        if (reply != null && path.size() <= DEEPEST && !key.isEmpty() && key.length() <= LONGEST_NAME) {
            changed |= reply.miss(path, key);
        }
    }

    /** Learns from a problem: what cannot be mapped should have been a list. */
    synchronized void failed(String message) {
        Matcher call = NO_LIST.matcher(message);
        if (call.matches() && Hints.LIST_METHODS.contains(call.group(2))) {
            hints.isList(call.group(1));
            replies.values().forEach(reply -> changed |= reply.isList(call.group(1)));
        }
    }

    /** Whether answers have become others since the last time. */
    synchronized boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }
}
