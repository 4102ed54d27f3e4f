package dev.cloakroom.runtime.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the host calls of one session, each in six steps: number, count, look up, call, observe, reply.
 * The thread that reads the worker does the first two; a virtual thread per call does the rest, so that
 * a call that waits for the user holds up nobody.
 */
public final class Bridge {

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int NOT_SUPPORTED = 3;
    private static final int INTERNAL = 5;

    private final ApiRegistry registry;
    private final Caller caller;
    private final Observer observer;
    private final Reply reply;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private long lastId;

    /** How an answer gets back to the program. */
    @FunctionalInterface
    public interface Reply {
        void send(long call, boolean ok, ObjectNode value);
    }

    public Bridge(ApiRegistry registry, Caller caller, Observer observer, Reply reply, int maxInFlight) {
        this.registry = registry;
        this.caller = caller;
        this.observer = observer;
        this.reply = reply;
        this.maxInFlight = maxInFlight;
    }

    /** Handles a {@code CALL} frame. Only the thread that reads the worker calls this. */
    public void call(ObjectNode frame) throws GuestMisbehaved {
        long id = frame.path("id").asLong(-1);
        if (id <= lastId) {
            throw new GuestMisbehaved("a host call takes a number that was used before");
        }
        lastId = id;
        if (inFlight.incrementAndGet() > maxInFlight) {
            throw new GuestMisbehaved("it has more than " + maxInFlight + " host calls under way");
        }
        String api = frame.path("api").asText();
        ObjectNode args = frame.path("args") instanceof ObjectNode given ? given : Json.object();
        Thread.ofVirtual()
            .name("call-" + id)
            .start(() -> answer(id, api, args));
    }

    /** Whether calls are under way. */
    public boolean busy() {
        return inFlight.get() > 0;
    }

    private void answer(long id, String api, ObjectNode args) {
        try {
            ApiResult result = result(api, args);
            ObjectNode value = value(api, result);
            boolean ok = result instanceof ApiResult.Ok;
            observer.api(caller.user().value(), api, args, ok, value);
            reply.send(id, ok, value);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private ApiResult result(String api, ObjectNode args) {
        try {
            return registry
                .find(api)
                .map(found -> found.call(new ApiCall(caller, args)))
                .orElseGet(() -> new ApiResult.Fail("fail not supported", NOT_SUPPORTED));
        } catch (RuntimeException e) {
            LOG.error("wx.{} broke", api, e);
            return new ApiResult.Fail("fail internal error", INTERNAL);
        }
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
