package dev.cloakroom.runtime.simulator;

/** The connection to one top document. Neither method may block. */
public interface Outlet {
    /** Closed because a newer tab took over; the page must not connect again by itself. */
    int TAKEN_OVER = 4001;

    /** Closed because the page did not keep up; connecting again gives the whole state. */
    int TRY_AGAIN = 1013;

    /** Closed because the host goes away. */
    int GOING_AWAY = 1001;

    /** Closed because the page sends more than a person can cause. */
    int TOO_MUCH = 1008;

    /**
     * Sends a message.
     *
     * @param over runs once, on any thread, when the next one may follow; also when this one got lost
     */
    void send(String message, Runnable over);

    void close(int code, String reason);
}
