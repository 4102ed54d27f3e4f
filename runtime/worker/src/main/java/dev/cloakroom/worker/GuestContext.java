package dev.cloakroom.worker;

import dev.cloakroom.protocol.Kind;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * One JavaScript context with the guest library in it. The library gets four functions that take text and numbers;
 * no other object of the host is within its reach. Used on the thread that made it, {@link #close} excepted.
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
        Kind.FAULT,
        "READS",
        Kind.READS
    );

    private final Context context;
    private final Value receive;
    private final Value fire;
    private final Value settle;
    private @Nullable Outside outside;

    /** What a context reaches once it has a user: its program's code, its timers, its way to the host. */
    interface Outside {
        void send(Kind kind, String json);

        /** Has {@link #fire} called with that number after so many milliseconds. */
        void schedule(int timer, long delay);

        void cancel(int timer);

        Source source(String path);
    }

    /** Loads the guest library; no program is known yet, and what the library says is for nobody. */
    GuestContext(GuestLibrary library) {
        context = library.newContext();
        Value guest = context
            .eval(library.code())
            .execute(
                function((to, args) -> send(to, args)),
                function((to, args) -> schedule(to, args)),
                function((to, args) -> cancel(to, args)),
                function((to, args) -> context.eval(to.source(args[0].asString())))
            );
        receive = guest.getMember("receive");
        fire = guest.getMember("fire");
        settle = guest.getMember("settle");
    }

    /**
     * Makes it the context of one user's session, once.
     *
     * @param content the program, as {@link LoadedProgram#content} gives it
     */
    void begin(Outside reached, String content) {
        if (outside != null) {
            throw new IllegalStateException("a context serves one session");
        }
        outside = reached;
        receive(Kind.LOAD.name(), content);
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

    private static @Nullable Object send(Outside to, Value... args) {
        Kind kind = KINDS.get(args[0].asString());
        if (kind != null) {
            to.send(kind, args[1].asString());
        }
        return null;
    }

    private static @Nullable Object schedule(Outside to, Value... args) {
        to.schedule(args[0].asInt(), args[1].asLong());
        return null;
    }

    private static @Nullable Object cancel(Outside to, Value... args) {
        to.cancel(args[0].asInt());
        return null;
    }

    private interface Port {
        @Nullable
        Object call(Outside to, Value... args);
    }

    // the text of a Java exception would name the host's classes to the program
    private ProxyExecutable function(Port body) {
        return args -> {
            try {
                return outside == null ? null : body.call(outside, args);
            } catch (PolyglotException guestError) {
                throw guestError;
            } catch (RuntimeException e) {
                System.err.println("the guest library was misused: " + e);
                return null;
            }
        };
    }
}
