package dev.cloakroom.runtime.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers to requests that are never sent; {@code docs/replies.schema.json} describes their file.
 *
 * @param all the first that fits answers
 */
public record Replies(List<Reply> all) {
    /** Answers nothing. */
    public static final Replies NONE = new Replies(List.of());

    public Replies {
        all = List.copyOf(all);
    }

    /**
     * One answer.
     *
     * @param method in upper case; empty for any
     * @param url an address in which {@code *} stands for anything; without a {@code ?} in it, whatever the query is
     */
    public record Reply(String method, String url, HttpAnswer answer) {
        boolean fits(HttpAsk ask) {
            String asked = ask.url().toString();
            String compared = url.contains("?") ? asked : asked.replaceFirst("[?#].*", "");
            return (method.isEmpty() || method.equals(ask.method())) && pattern().matcher(compared).matches();
        }

        private Pattern pattern() {
            return Pattern.compile(
                Arrays.stream(url.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))
            );
        }
    }

    /**
     * Those of a file.
     *
     * @throws BadInput naming the file, line and member
     */
    public static Replies read(Path file) {
        List<Reply> all = new ArrayList<>();
        JsonFiles.read(file)
            .matching("replies")
            .root()
            .path("replies")
            .forEach(reply -> all.add(reply(reply)));
        return new Replies(all);
    }

    /** The answer to {@code ask}, if there is one. */
    public Optional<HttpAnswer> find(HttpAsk ask) {
        return all
            .stream()
            .filter(reply -> reply.fits(ask))
            .findFirst()
            .map(Reply::answer);
    }

    /** A network that has these answers, and for the rest {@code otherwise}. */
    public Egress before(Egress otherwise) {
        return ask -> {
            Optional<HttpAnswer> known = find(ask);
            return known.isPresent() ? known.get() : otherwise.send(ask);
        };
    }

    private static Reply reply(JsonNode reply) {
        return new Reply(reply.path("method").asText(), reply.path("url").asText(), answer(reply));
    }

    private static HttpAnswer answer(JsonNode reply) {
        Map<String, String> headers = new TreeMap<>();
        reply
            .path("headers")
            .properties()
            .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        boolean json = reply.has("json");
        if (json) {
            headers.putIfAbsent("content-type", "application/json");
        }
        String body = json ? reply.path("json").toString() : reply.path("text").asText();
        return new HttpAnswer(reply.path("status").asInt(200), headers, body);
    }
}
