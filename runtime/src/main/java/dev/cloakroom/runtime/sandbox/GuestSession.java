package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The host's end of one user session in a worker. Any thread may speak. */
public final class GuestSession implements AutoCloseable {

    private final int id;
    private final Turns turns;
    private final GuestListener listener;
    private final Consumer<Frame> out;
    private final AtomicBoolean over = new AtomicBoolean();

    GuestSession(int id, Turns turns, GuestListener listener, Consumer<Frame> out) {
        this.id = id;
        this.turns = turns;
        this.listener = listener;
        this.out = out;
    }

    /** Begins a turn: an event, a navigation. The worker dies when it does not end within the limit. */
    public void begin(Kind kind, ObjectNode body) {
        if (!over.get()) {
            body.put("seq", turns.begin());
            out.accept(new Frame(kind, id, body.toString()));
        }
    }

    /** Answers the call with that id; an answer that comes after the end is dropped. */
    public void reply(long call, boolean ok, JsonNode value) {
        if (!over.get()) {
            ObjectNode body = Json.object().put("id", call).put("ok", ok).set("value", value);
            out.accept(new Frame(Kind.REPLY, id, body.toString()));
        }
    }

    /** Whether the program has nothing to do now, nor a timer that is due within {@code soon}. */
    public boolean idle(Duration soon) {
        return turns.idle(soon);
    }

    /** Ends the session: nothing of it runs any more. */
    @Override
    public void close() {
        if (end(new WorkerEnd.Closed())) {
            out.accept(new Frame(Kind.CLOSE, id, "{}"));
        }
    }

    boolean end(WorkerEnd why) {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            listener.ended(why);
        }
        return first;
    }

    void hear(Kind kind, ObjectNode body) throws GuestMisbehaved {
        if (over.get()) {
            return;
        }
        if (kind == Kind.DONE) {
            turns.done(body);
        } else {
            listener.said(kind, body);
        }
    }

    boolean isOver() {
        return over.get();
    }

    /** Whether a turn has lasted longer than the limit. */
    boolean overdue() {
        return turns.overdue();
    }

    /** Asks for a sign of life when nothing else is under way: a timer may have run wild. */
    void checkUp() {
        if (turns.quiet()) {
            begin(Kind.PING, Json.object());
        }
    }
}
