package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Messages to one top document, in order. A document that does not take them is disconnected before they
 * fill the host's memory. Whoever tells of something may hold a lock of its own: this calls nobody back.
 */
final class SimulatorFeed {

    /** In characters; a page of the allowed size fits several times. */
    static final long MAX_WAITING = 64L << 20;

    private final Outlet outlet;
    private final Deque<String> waiting = new ArrayDeque<>();
    private long waitingLength;
    private boolean sending;
    private boolean pumping;
    private boolean finished;
    private @Nullable Runnable closing;

    SimulatorFeed(Outlet outlet) {
        this.outlet = outlet;
    }

    synchronized void send(ObjectNode message) {
        if (finished) {
            return;
        }
        String text = message.toString();
        waitingLength += text.length();
        if (waitingLength > MAX_WAITING) {
            finished = true;
            waiting.clear();
            outlet.close(Outlet.TRY_AGAIN, "the page does not keep up");
            return;
        }
        waiting.add(text);
        pump();
    }

    /** Sends {@code last} after what waits, and closes. Nothing follows. */
    synchronized void finish(ObjectNode last, int code, String reason) {
        send(last);
        if (!finished) {
            finished = true;
            closing = () -> outlet.close(code, reason);
            pump();
        }
    }

    // an outlet may be over with a message at once or later: at once must not nest
    private void pump() {
        pumping = true;
        while (!sending && !waiting.isEmpty()) {
            String text = waiting.remove();
            sending = true;
            outlet.send(text, () -> over(text.length()));
        }
        pumping = false;
        if (!sending && closing != null) {
            closing.run();
            closing = null;
        }
    }

    private synchronized void over(int length) {
        sending = false;
        waitingLength -= length;
        if (!pumping) {
            pump();
        }
    }
}
