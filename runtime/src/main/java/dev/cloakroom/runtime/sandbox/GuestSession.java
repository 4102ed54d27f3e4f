package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The host's end of one user session in a worker. Any thread may speak. */
public final class GuestSession implements AutoCloseable {

    private final int id;
    private final Limits limits;
    private final Turns turns = new Turns(System::nanoTime);
    private final Traffic traffic;
    private final Consumer<Frame> out;
    private final AtomicReference<@Nullable GuestListener> listener = new AtomicReference<>();
    private final AtomicReference<@Nullable WorkerEnd> end = new AtomicReference<>();
    private final AtomicBoolean told = new AtomicBoolean();

    GuestSession(int id, Limits limits, Consumer<Frame> out) {
        this.id = id;
        this.limits = limits;
        this.traffic = new Traffic(limits, System::nanoTime);
        this.out = out;
    }

    /**
     * Begins the session: a context of its own in the program's process.
     *
     * @param body the content of the {@code OPEN} frame, as {@code docs/protocol.md} gives it
     * @param hears hears what the session says, in order, on one thread
     */
    public void open(ObjectNode body, GuestListener hears) {
        if (!listener.compareAndSet(null, hears)) {
            throw new IllegalStateException("a session opens once");
        }
        begin(Kind.OPEN, body);
        tellEnd();
    }

    /** Begins a turn: an event, a navigation, an answer. The worker dies when it does not end within the limit. */
    public void begin(Kind kind, ObjectNode body) {
        if (!isOver()) {
            body.put("seq", turns.begin(task(kind, body)));
            out.accept(new Frame(kind, id, body.toString()));
        }
    }

    private Turns.Task task(Kind kind, ObjectNode body) {
        return kind == Kind.OPEN
            ? new Turns.Task("while it was opened", "open", limits.open())
            : new Turns.Task(what(kind, body), "turn", limits.turn());
    }

    private static String what(Kind kind, ObjectNode body) {
        return switch (kind) {
            case EVENT -> "while it handled `" + body.path("type").asText() + "`";
            case NAVIGATE -> "while it changed pages";
            default -> "in a timer or a callback";
        };
    }

    /** Answers the call with that id, which begins a turn; an answer that comes after the end is dropped. */
    public void reply(long call, boolean ok, JsonNode value) {
        begin(Kind.REPLY, Json.object().put("id", call).put("ok", ok).set("value", value));
    }

    /** How many turns began so far. */
    public long turns() {
        return turns.count();
    }

    /** Whether the program has something to do now. */
    public boolean working() {
        return turns.working();
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
        boolean first = end.compareAndSet(null, why);
        tellEnd();
        return first;
    }

    // a process may end before anybody listens: then the listener hears of it when it comes
    private void tellEnd() {
        WorkerEnd why = end.get();
        GuestListener hears = listener.get();
        if (why != null && hears != null && told.compareAndSet(false, true)) {
            hears.ended(why);
        }
    }

    /** Takes what the worker says for this session. Only the thread that reads the worker calls this. */
    void hear(Frame frame) throws GuestMisbehaved {
        traffic.arrived(frame);
        ObjectNode body = Json.parseObject(frame.json()).orElseThrow(() ->
            new GuestMisbehaved("its " + frame.kind() + " frame is no JSON object")
        );
        traffic.asked(frame.kind(), body);
        hear(frame.kind(), body);
    }

    private void hear(Kind kind, ObjectNode body) throws GuestMisbehaved {
        GuestListener hears = listener.get();
        if (hears == null) {
            throw new GuestMisbehaved("it spoke for a session before that was opened");
        }
        if (isOver()) {
            return;
        }
        if (kind == Kind.DONE) {
            checkTimers(body);
            turns.done(body);
            tellRest(hears);
        } else {
            hears.said(kind, body);
        }
    }

    private void tellRest(GuestListener hears) {
        if (!turns.working()) {
            hears.rested();
        }
    }

    private void checkTimers(ObjectNode done) throws LimitExceeded {
        if (done.path("timers").asLong() > limits.timers()) {
            throw new LimitExceeded("timers", "it set more than " + limits.timers() + " timers");
        }
    }

    boolean isOver() {
        return end.get() != null;
    }

    /** Adds processor time to what the program is at. */
    void charge(long cpuNanos) {
        turns.charge(cpuNanos);
    }

    /** Refuses a program that is at something for longer than it may be. */
    void check() throws LimitExceeded {
        turns.check();
    }

    /** Asks for a sign of life when nothing else is under way: a timer may have run wild. */
    void checkUp() {
        if (turns.quiet()) {
            begin(Kind.PING, Json.object());
        }
    }
}
