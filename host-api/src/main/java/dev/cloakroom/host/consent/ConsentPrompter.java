package dev.cloakroom.host.consent;

/** The trusted surface, from the broker's side. */
@FunctionalInterface
public interface ConsentPrompter {
    /**
     * Asks the user, and waits for the answer; called on the thread of the request and outside of any transaction.
     * An exception counts as {@link ConsentAnswer#DISMISS}.
     */
    ConsentAnswer prompt(ConsentRequest request);
}
