package dev.cloakroom.host.transaction;

import java.util.function.Supplier;

/** Runs work so that all of it is durable when the call returns, or none of it ever happened. */
public interface Transactions {
    /**
     * Runs {@code work} on this thread in one transaction, and commits before it returns. A call within a transaction
     * joins it. An exception rolls everything back and is thrown on.
     *
     * <p>Transactions that write are serialised by the database, across processes too: keep prompts, actions and
     * other waiting outside.
     */
    <T> T inTransaction(Supplier<T> work);
}
