package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.sandbox.WorkerEnd;

/**
 * What became of an attack: {@code nothing}, the name of the error that stopped it, {@code not exercised} when what it
 * uses is not there, {@code fault} when the engine stopped its session, {@code killed: …} with what it went beyond, {@code running} when nobody
 * stopped it in time, or {@code reached: …} for what it got.
 *
 * @param millisecondsPastDeadline how much longer it went on than it may; 0 when it ended by itself
 */
record Outcome(String text, long millisecondsPastDeadline) {
    private static final String REACHED = "reached: ";

    static Outcome of(String text) {
        return new Outcome(text, 0);
    }

    static Outcome reached(String what) {
        return of(REACHED + what);
    }

    static Outcome of(WorkerEnd end, long millisecondsPastDeadline) {
        return new Outcome("killed: " + cause(end), end instanceof WorkerEnd.Killed ? millisecondsPastDeadline : 0);
    }

    /** The one place that knows how the host words the ends of its workers. */
    private static String cause(WorkerEnd end) {
        String message = end.message();
        if (message.contains("(limit `turn.")) {
            return "turn";
        }
        if (message.contains("(limit `")) {
            return "limit " + message.replaceAll("(?s).*\\(limit `(.*)`\\).*", "$1");
        }
        if (message.contains("misbehaved") || message.contains("broke the protocol")) {
            return "protocol";
        }
        return message.contains("memory") ? "memory" : message;
    }

    /** Whether the attacker got hold of something. */
    boolean isReached() {
        return text.startsWith(REACHED);
    }

    /** Whether nobody stopped it in time. */
    boolean isRunning() {
        return text.equals("running");
    }
}
