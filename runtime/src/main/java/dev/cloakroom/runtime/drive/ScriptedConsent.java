package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The trusted surface of a scenario: prompts wait here, in order, until a step answers them. */
final class ScriptedConsent implements ConsentPrompter {

    /**
     * A prompt and what was said to it.
     *
     * @param answer completes when a step answers
     */
    record Prompt(ConsentRequest request, CompletableFuture<ConsentAnswer> answer) {}

    private final List<Prompt> prompts = new ArrayList<>();
    private boolean closed;

    @Override
    public ConsentAnswer prompt(ConsentRequest request) {
        return add(request).answer().join();
    }

    /** All prompts so far, answered or not. */
    synchronized List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    /** How many prompts that user has seen. */
    long count(UserId user) {
        return prompts()
            .stream()
            .filter(prompt -> prompt.request().user().equals(user))
            .count();
    }

    /** The oldest prompt of that user that waits for an answer. */
    Optional<Prompt> waiting(UserId user) {
        return prompts()
            .stream()
            .filter(prompt -> prompt.request().user().equals(user) && !prompt.answer().isDone())
            .findFirst();
    }

    /** Nobody will answer any more: what waits, and what comes, is dismissed. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        prompts().forEach(prompt -> prompt.answer().complete(ConsentAnswer.DISMISS));
    }

    private synchronized Prompt add(ConsentRequest request) {
        var prompt = new Prompt(request, new CompletableFuture<>());
        prompts.add(prompt);
        if (closed) {
            prompt.answer().complete(ConsentAnswer.DISMISS);
        }
        return prompt;
    }
}
