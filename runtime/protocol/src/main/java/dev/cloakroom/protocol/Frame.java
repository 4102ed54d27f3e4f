package dev.cloakroom.protocol;

/**
 * One message between the host and a worker.
 *
 * @param kind what the message is
 * @param session the user session it belongs to, or {@link #WORKER} for the worker as a whole
 * @param json its content, one JSON object; the bytes that are checked are the bytes that are used
 */
public record Frame(Kind kind, int session, String json) {
    /** The session number of frames that concern the worker and no single session. */
    public static final int WORKER = 0;

    /** A frame that concerns the worker and no single session. */
    public static Frame toWorker(Kind kind, String json) {
        return new Frame(kind, WORKER, json);
    }
}
