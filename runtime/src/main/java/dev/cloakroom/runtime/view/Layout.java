package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of a page are on the user's screen. Only what paints the pages knows that; where nobody paints them,
 * nobody does. Answers are whole pixels: parts of them would tell one device from another.
 */
public final class Layout {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What a document may send to the host in a second is bounded, and taps and texts come that way too. */
    private static final int A_SECOND = 100;
    private static final int AT_ONCE = 200;

    private static final int MAX_PIXELS = 10_000_000;
    private static final Pattern PARTS = Pattern.compile("(-?\\d{1,8}\\.\\d{1,8})px");
    private static final int MAX_STYLE = 200;
    private static final List<String> MEASURES = List.of(
        "left",
        "top",
        "width",
        "height",
        "scrollLeft",
        "scrollTop",
        "scrollWidth",
        "scrollHeight"
    );

    private final Map<Long, Question> asked = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Rate rate;
    private @Nullable Painter painter;
    private boolean unpainted;

    /** @param nanoTime a clock that only goes forward */
    Layout(LongSupplier nanoTime) {
        rate = new Rate(A_SECOND, AT_ONCE, nanoTime);
    }

    private record Question(int page, ArrayNode nodes, CompletableFuture<Optional<ArrayNode>> boxes) {}

    /** What paints the pages; it answers by {@link Layout#answer}, or never. */
    @FunctionalInterface
    public interface Painter {
        /**
         * Is asked where nodes are.
         *
         * @param question the number to answer with
         * @param nodes for each its id, followed by the names of styles that are asked for
         */
        void measure(long question, int page, ArrayNode nodes);
    }

    /**
     * From now on that one is asked, and at once what nobody has answered yet.
     *
     * @return ends it
     */
    public synchronized Runnable paintedBy(Painter paints) {
        painter = paints;
        asked.forEach((number, question) -> paints.measure(number, question.page(), question.nodes()));
        return () -> forget(paints);
    }

    private synchronized void forget(Painter paints) {
        painter = painter == paints ? null : painter;
    }

    /** Nobody paints these pages, now or later: questions need not wait. */
    public synchronized void unpainted() {
        unpainted = true;
        asked.values().forEach(question -> question.boxes().complete(Optional.empty()));
    }

    /**
     * Asks, and waits a while, also for somebody who paints the page.
     *
     * @return a box for each node, null for one that is not shown; empty when nobody answers, or too much was asked
     */
    public Optional<ArrayNode> measure(int page, ArrayNode nodes) {
        return rate.allows(1) ? answered(page, nodes) : Optional.empty();
    }

    private Optional<ArrayNode> answered(int page, ArrayNode nodes) {
        long number = numbers.incrementAndGet();
        var boxes = new CompletableFuture<Optional<ArrayNode>>();
        ask(number, new Question(page, nodes, boxes));
        try {
            return boxes.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } finally {
            asked.remove(number);
        }
    }

    private synchronized void ask(long number, Question question) {
        asked.put(number, question);
        if (unpainted) {
            question.boxes().complete(Optional.empty());
        } else if (painter != null) {
            painter.measure(number, question.page(), question.nodes());
        }
    }

    /** Takes an answer; one to a question that was not asked counts for nothing. */
    public void answer(long number, JsonNode boxes) {
        var question = asked.get(number);
        if (question != null && boxes.isArray() && boxes.size() == question.nodes().size()) {
            ArrayNode checked = Json.array();
            boxes.forEach(box -> checked.add(checked(box)));
            question.boxes().complete(Optional.of(checked));
        }
    }

    private static @Nullable ObjectNode checked(JsonNode box) {
        if (!MEASURES.stream().allMatch(measure -> box.path(measure).isNumber())) {
            return null;
        }
        ObjectNode checked = Json.object();
        MEASURES.forEach(measure -> checked.put(measure, pixels(box.path(measure).doubleValue())));
        ArrayNode styles = checked.putArray("styles");
        box.path("styles").forEach(style -> styles.add(told(style.asText())));
        return checked;
    }

    private static long pixels(double measured) {
        return Math.clamp(Math.round(measured), -MAX_PIXELS, MAX_PIXELS);
    }

    /** Parts of pixels are told no more here than in a box. */
    private static String told(String style) {
        String whole = PARTS.matcher(style).replaceAll(part -> Math.round(Double.parseDouble(part.group(1))) + "px");
        return whole.substring(0, Math.min(whole.length(), MAX_STYLE));
    }
}
