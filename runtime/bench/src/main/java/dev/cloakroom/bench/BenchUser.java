package dev.cloakroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.sandbox.GuestListener;
import dev.cloakroom.runtime.sandbox.GuestSession;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A user of a program, in the place of the host's own session: answers every call at once and notes the times. */
final class BenchUser implements GuestListener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_NANOS = 50_000;
    // looking often would take processor time from what is measured
    private static final long LOOK_AT_CALLS_NANOS = 1_000_000;

    private final GuestSession session;
    private final List<Call> calls = new ArrayList<>();
    private final List<ObjectNode> pages = new ArrayList<>();
    private final List<ObjectNode> operations = new ArrayList<>();
    private volatile long lastOperations;
    private final AtomicInteger operationBytes = new AtomicInteger();
    private volatile int button;
    private volatile boolean over;

    /**
     * A call to the host.
     *
     * @param lane the program's own mark of it
     * @param nanos when it came
     */
    record Call(int lane, long nanos) {}

    private BenchUser(GuestSession session) {
        this.session = session;
    }

    /** Opens the program's first page and waits until it stands. */
    static BenchUser open(Sandbox sandbox) {
        var user = new BenchUser(sandbox.session());
        ObjectNode body = JSON.createObjectNode();
        body.putObject("launch").put("path", "").put("scene", 1001).putObject("query");
        body.putObject("storage");
        body.putObject("device");
        user.session.open(body, user);
        user.settle();
        return user;
    }

    /** Taps the first button and does not wait; when that began, in nanoseconds. */
    long press() {
        ObjectNode body = JSON.createObjectNode().put("page", 1).put("node", button).put("type", "tap");
        body.putObject("detail").put("x", 1).put("y", 1);
        body.putObject("fields");
        long began = System.nanoTime();
        session.begin(Kind.EVENT, body);
        return began;
    }

    /** Taps the first button; nanoseconds until the last operations that it led to were here. */
    long tap() {
        long began = press();
        settle();
        return lastOperations - began;
    }

    /** When the last operations came, in nanoseconds. */
    long lastOperations() {
        return lastOperations;
    }

    /** How many characters of operations came so far. */
    int operationBytes() {
        return operationBytes.get();
    }

    /** Waits for that many calls to the host, and tells them in the order in which they came. */
    List<Call> calls(int count) {
        while (callCount() < count && !over) {
            LockSupport.parkNanos(LOOK_AT_CALLS_NANOS);
        }
        synchronized (this) {
            return List.copyOf(calls);
        }
    }

    private synchronized int callCount() {
        return calls.size();
    }

    /** Waits until the program has nothing to do. */
    void settle() {
        while (session.working() && !over) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void said(Kind kind, ObjectNode body) {
        switch (kind) {
            case PAGE -> note(pages, body);
            case OPS -> {
                operations(body);
                note(operations, body);
            }
            case CALL -> answer(body);
            case FAULT -> throw new IllegalStateException("the program failed: " + body);
            default -> {
            }
        }
    }

    @Override
    public void ended(WorkerEnd why) {
        over = true;
    }

    /** What the pages were made of. */
    HeavyPage heard() {
        synchronized (this) {
            return new HeavyPage(List.copyOf(pages), List.copyOf(operations));
        }
    }

    private synchronized void note(List<ObjectNode> frames, ObjectNode body) {
        frames.add(body);
    }

    private void operations(ObjectNode body) {
        lastOperations = System.nanoTime();
        JsonNode operations = body.path("ops");
        operationBytes.addAndGet(operations.toString().length());
        for (JsonNode operation : operations) {
            if (button == 0 && operation.path(0).asText().equals("l") && operation.path(2).asText().equals("tap")) {
                button = operation.path(1).asInt();
            }
        }
    }

    private void answer(ObjectNode call) {
        synchronized (this) {
            calls.add(new Call(call.path("args").path("lane").asInt(), System.nanoTime()));
        }
        ObjectNode value = JSON.createObjectNode().put("errMsg", call.path("api").asText() + ":ok");
        if (call.path("api").asText().equals("request")) {
            value.put("statusCode", 200).put("data", BenchMenu.TEXT).putObject("header");
        }
        session.reply(call.path("id").asLong(), true, value);
    }
}
