package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.owner.Labels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user in the simulator's top document. Prompts wait by id; an answer counts once, and for its own
 * prompt only. A prompt is dismissed when no document has been there for a while, when the program ends, and
 * at shutdown.
 */
public final class SimulatorPrompter implements ConsentPrompter {

    /** How long a prompt waits for a tab that was closed. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MAX_WAITING = 16;

    private final String developer;
    private final Records records;
    private final Clock clock;
    private final Map<String, Prompt> waiting = new LinkedHashMap<>();
    private final List<Consumer<ObjectNode>> watchers = new ArrayList<>();
    private Function<Scope, Labels> labels = _ -> new Labels(List.of(), "");
    private @Nullable Instant unseenSince;
    private boolean open;

    private record Prompt(ConsentRequest request, Instant asked, CompletableFuture<ConsentAnswer> answer) {}

    /**
     * @param developer the name of the program's developer, as the host vouches for it
     * @param records to be shown up to a prompt before the prompt
     */
    public SimulatorPrompter(String developer, Records records, Clock clock) {
        this.developer = developer;
        this.records = records;
        this.clock = clock;
        this.unseenSince = clock.instant();
    }

    /** Offers the user, with each prompt from now on, which of their values it shall be about. */
    synchronized void offering(Function<Scope, Labels> ownLabels) {
        labels = ownLabels;
    }

    @Override
    public ConsentAnswer prompt(ConsentRequest request) {
        records.catchUp();
        return add(request).answer().join();
    }

    /** What the prompt with that id, if it waits, is about. */
    synchronized Optional<Scope> scope(String id) {
        return Optional.ofNullable(waiting.get(id)).map(prompt -> prompt.request().scope());
    }

    /** Answers the prompt with that id. False when there is none: answered, dismissed, never asked. */
    synchronized boolean answer(String id, ConsentAnswer answer) {
        Prompt prompt = waiting.remove(id);
        if (prompt == null) {
            return false;
        }
        tell(Json.object().put("t", "consent-over").put("id", id));
        return prompt.answer().complete(answer);
    }

    /** A program runs: its prompts are shown. */
    synchronized void open() {
        open = true;
    }

    /** Nobody runs who could ask: what waits is dismissed, and so is what still comes. */
    synchronized void close() {
        open = false;
        dismiss(_ -> true);
    }

    /** Whether a top document is there from now on. */
    synchronized void seen(boolean there) {
        unseenSince = there ? null : clock.instant();
    }

    /** Dismisses what has waited too long for a document; to be called every second or so. */
    synchronized void dismissUnseen() {
        Instant since = unseenSince;
        if (since != null) {
            Instant oldest = clock.instant().minus(PATIENCE);
            dismiss(prompt -> !since.isAfter(oldest) && !prompt.asked().isAfter(oldest));
        }
    }

    /**
     * Tells {@code watcher} of the prompts that wait, and then of each change, in order.
     *
     * @return ends it
     */
    synchronized Runnable watch(Consumer<ObjectNode> watcher) {
        waiting.values().forEach(prompt -> watcher.accept(message(prompt.request())));
        watchers.add(watcher);
        return () -> forget(watcher);
    }

    private synchronized void forget(Consumer<ObjectNode> watcher) {
        watchers.remove(watcher);
    }

    private synchronized Prompt add(ConsentRequest request) {
        var prompt = new Prompt(request, clock.instant(), new CompletableFuture<>());
        if (open && waiting.size() < MAX_WAITING) {
            waiting.put(request.id(), prompt);
            tell(message(request));
        } else {
            prompt.answer().complete(ConsentAnswer.DISMISS);
        }
        return prompt;
    }

    private void dismiss(Predicate<Prompt> which) {
        waiting
            .values()
            .stream()
            .filter(which)
            .map(prompt -> prompt.request().id())
            .toList()
            .forEach(id -> answer(id, ConsentAnswer.DISMISS));
    }

    private void tell(ObjectNode message) {
        watchers.forEach(watcher -> watcher.accept(message));
    }

    private ObjectNode message(ConsentRequest request) {
        ObjectNode message = Json.object()
            .put("t", "consent")
            .put("id", request.id())
            .put("program", request.programName())
            .put("developer", developer)
            .put("scope", request.scope().name())
            .put("purpose", request.purpose());
        message.set("wording", Messages.wording(request.scope().wording()));
        message.set("sees", Messages.wording(request.scope().sees()));
        request.matter().ifPresent(matter -> message.set("matter", Messages.wording(matter)));
        message.set("lifetime", Messages.wording(request.lifetime()));
        if (request.purpose().equals(request.scope().usualPurpose().english())) {
            message.set("usual", Messages.wording(request.scope().usualPurpose()));
        }
        message.set("recipients", Json.tree(request.recipients()));
        Labels own = labels.apply(request.scope());
        if (own.differ()) {
            message.put("choice", own.chosen()).set("labels", Json.tree(own.all()));
        }
        return message;
    }
}
