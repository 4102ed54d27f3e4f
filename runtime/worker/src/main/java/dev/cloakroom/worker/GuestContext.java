package dev.cloakroom.worker;

import dev.cloakroom.protocol.Kind;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * One JavaScript context with the guest library in it. The library gets four functions that take text and numbers;
 * no other object of the host is within its reach. Used on the session's thread, {@link #close} excepted.
 */
final class GuestContext implements AutoCloseable {

    /** What the library may send; the rest is the worker's own. */
    private static final Map<String, Kind> KINDS = Map.of(
        "CALL",
        Kind.CALL,
        "PAGE",
        Kind.PAGE,
        "OPS",
        Kind.OPS,
        "STORE",
        Kind.STORE,
        "LOG",
        Kind.LOG,
        "FAULT",
        Kind.FAULT
    );

    private final Context context;
    private final Value receive;
    private final Value fire;
    private final Value settle;

    /** @param fired is called on the loop's thread with the number of a timer that is due */
    GuestContext(GuestLibrary library, LoadedProgram program, HostChannel channel, EventLoop loop, IntConsumer fired) {
        context = library.newContext();
        Value guest = context
            .eval(library.code())
            .execute(
                function(args -> send(channel, args)),
                function(args -> schedule(loop, fired, args)),
                function(args -> cancel(loop, args)),
                function(args -> context.eval(program.source(args[0].asString())))
            );
        receive = guest.getMember("receive");
        fire = guest.getMember("fire");
        settle = guest.getMember("settle");
        receive(Kind.LOAD.name(), program.content());
    }

    /** Runs a frame of the host and its promises; the number to answer with DONE, or 0. */
    int receive(String kind, String json) {
        return receive.execute(kind, json).asInt();
    }

    /** Runs a timer that is due, and its promises. */
    void fire(int timer) {
        fire.executeVoid(timer);
    }

    /** Sends what the turn changed on the pages. */
    void settle() {
        settle.executeVoid();
    }

    /** Ends the context, whatever it is doing. May never return. */
    @Override
    public void close() {
        context.close(true);
    }

    private static @Nullable Object send(HostChannel channel, Value... args) {
        Kind kind = KINDS.get(args[0].asString());
        if (kind != null) {
            channel.send(kind, args[1].asString());
        }
        return null;
    }

    private static @Nullable Object schedule(EventLoop loop, IntConsumer fired, Value... args) {
        int timer = args[0].asInt();
        loop.schedule(timer, args[1].asLong(), () -> fired.accept(timer));
        return null;
    }

    private static @Nullable Object cancel(EventLoop loop, Value... args) {
        loop.cancel(args[0].asInt());
        return null;
    }

    // the text of a Java exception would name the host's classes to the program
    private static ProxyExecutable function(Function<Value[], @Nullable Object> body) {
        return args -> {
            try {
                return body.apply(args);
            } catch (PolyglotException guestError) {
                throw guestError;
            } catch (RuntimeException e) {
                System.err.println("the guest library was misused: " + e);
                return null;
            }
        };
    }
}
