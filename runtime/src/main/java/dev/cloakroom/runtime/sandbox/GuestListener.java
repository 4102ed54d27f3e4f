package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;

/** Hears one session, on the thread that reads the worker: it must not wait for the worker. */
public interface GuestListener {
    /**
     * The session said something; {@code body} is hostile.
     *
     * @throws GuestMisbehaved when no honest guest library says that; the worker is killed
     */
    void said(Kind kind, ObjectNode body) throws GuestMisbehaved;

    /** Every turn that the host has begun is over: there is nothing of the session's that it waits for. */
    default void rested() {}

    /** The session is over, whoever ended it. Nothing follows. */
    void ended(WorkerEnd why);
}
