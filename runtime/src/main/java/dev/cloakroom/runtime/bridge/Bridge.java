package dev.cloakroom.runtime.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.LimitExceeded;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Rate;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the host calls of one session, each in six steps: number, count, look up, call, observe, reply.
 * The thread that reads the worker does the first two; a virtual thread per call does the rest, so that
 * a call that waits for the user holds up nobody until very many do; then calls wait for one another.
 */
public final class Bridge {

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int INTERNAL = 5;

    private final ApiRegistry registry;
    private final Caller caller;
    private final Observer observer;
    private final Reply reply;
    private final Limits limits;
    private final Rate recorded;
    private final Queue<Call> waiting = new ArrayDeque<>();
    private int inFlight;
    private long characters;
    private long lastId;

    /** How an answer gets back to the program. */
    @FunctionalInterface
    public interface Reply {
        void send(long call, boolean ok, ObjectNode value);
    }

    private record Call(long id, String api, ObjectNode args, int characters) {}

    public Bridge(ApiRegistry registry, Caller caller, Observer observer, Reply reply, Limits limits) {
        this.registry = registry;
        this.caller = caller;
        this.observer = observer;
        this.reply = reply;
        this.limits = limits;
        int perMinute = limits.recordedCallsPerMinute();
        this.recorded = new Rate(perMinute / 60.0, perMinute, System::nanoTime);
    }

    /** Handles a {@code CALL} frame. Only the thread that reads the worker calls this. */
    public void call(ObjectNode frame) throws GuestMisbehaved {
        long id = frame.path("id").asLong(-1);
        if (id <= lastId) {
            throw new GuestMisbehaved("a host call takes a number that was used before");
        }
        lastId = id;
        ObjectNode args = frame.path("args") instanceof ObjectNode given ? given : Json.object();
        take(new Call(id, frame.path("api").asText(), args, frame.toString().length()));
    }

    /** Whether calls are under way. */
    public synchronized boolean busy() {
        return inFlight > 0;
    }

    /** The session is over: what waits is dropped. */
    public synchronized void close() {
        waiting.clear();
    }

    private synchronized void take(Call call) throws LimitExceeded {
        characters += call.characters;
        if (characters > limits.callCharacters()) {
            String most = limits.callCharacters() + " characters";
            throw new LimitExceeded("callCharacters", "its host calls under way have more than " + most);
        }
        if (inFlight < limits.callsInFlight()) {
            inFlight++;
            start(call);
        } else if (waiting.size() < limits.callsQueued()) {
            waiting.add(call);
        } else {
            throw new LimitExceeded("callsQueued", "it has more than " + limits.callsQueued() + " host calls waiting");
        }
    }

    private void start(Call call) {
        Thread.ofVirtual()
            .name("call-" + call.id)
            .start(() -> answer(call));
    }

    private void answer(Call call) {
        try {
            ApiResult result = result(call.api, call.args);
            ObjectNode value = value(call.api, result);
            boolean ok = result instanceof ApiResult.Ok;
            observer.api(caller.user().value(), call.api, call.args, ok, value);
            reply.send(call.id, ok, value);
        } finally {
            finished(call);
        }
    }

    private synchronized void finished(Call call) {
        characters -= call.characters;
        Call next = waiting.poll();
        if (next == null) {
            inFlight--;
        } else {
            start(next);
        }
    }

    private ApiResult result(String api, ObjectNode args) {
        try {
            return registry
                .find(api)
                .map(found -> result(found, args))
                .orElseGet(ApiResult::notSupported);
        } catch (RuntimeException e) {
            LOG.error("wx.{} broke", api, e);
            return new ApiResult.Fail("fail internal error", INTERNAL);
        }
    }

    private ApiResult result(WxApi api, ObjectNode args) {
        return api.recorded() && !recorded.allows(1)
            ? new ApiResult.Fail("fail called too often, try again in a minute", ErrorCode.UNNUMBERED)
            : api.call(new ApiCall(caller, args));
    }

    private static ObjectNode value(String api, ApiResult result) {
        return switch (result) {
            case ApiResult.Ok(ObjectNode value) -> value.deepCopy().put("errMsg", api + ":ok");
            case ApiResult.Fail(String reason, int errno) -> Json.object()
                .put("errMsg", api + ":" + reason)
                .put("errno", errno);
        };
    }
}
