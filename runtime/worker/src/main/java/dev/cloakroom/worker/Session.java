package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/**
 * One user's run of the program. Frames and timers become turns on the session's own thread, one at a time: the
 * program's code, then its promises, then what they changed is sent, then {@code DONE}.
 */
final class Session implements GuestContext.Outside {

    private static final String TOO_DEEP = """
    {"message":"the program was stopped: its calls are nested too deep or it used too much","stack":"","at":""}""";
    private static final String BROKEN = """
    {"message":"the program was stopped: the guest library failed","stack":"","at":""}""";

    private final LoadedProgram program;
    private final HostChannel channel;
    private final Spare spare;
    private final EventLoop loop;
    private volatile @Nullable GuestContext guest;

    /** @param spare becomes this session's own */
    Session(Spare spare, LoadedProgram program, HostChannel channel) {
        this.spare = spare;
        this.program = program;
        this.channel = channel;
        this.loop = spare.loop();
        loop.execute(this::start);
    }

    /** Queues a frame of the host. */
    void take(Frame frame) {
        loop.execute(() -> turn(guest -> answer(guest, frame)));
    }

    /** Runs something of the worker's own when the frames taken so far are worked off. */
    void then(Runnable task) {
        loop.execute(task);
    }

    /** Ends the session from any thread: nothing of it is heard afterwards, whatever its code still does. */
    void close() {
        channel.close();
        loop.close();
        // cancelling waits for code that may never stop
        Thread.ofPlatform()
            .daemon()
            .name("closing-session-" + channel.session())
            .start(this::dispose);
    }

    private void start() {
        GuestContext taken = spare.context();
        guest = taken;
        taken.begin(this, program.content());
    }

    @Override
    public void send(Kind kind, String json) {
        channel.send(kind, json);
    }

    @Override
    public void schedule(int timer, long delay) {
        loop.schedule(timer, delay, () -> fire(timer));
    }

    @Override
    public void cancel(int timer) {
        loop.cancel(timer);
    }

    @Override
    public Source source(String path) {
        return program.source(path);
    }

    private void fire(int timer) {
        turn(guest -> {
            guest.fire(timer);
            guest.settle();
        });
    }

    private void answer(GuestContext guest, Frame frame) {
        int seq = guest.receive(frame.kind().name(), frame.json());
        guest.settle();
        if (seq > 0) {
            channel.done(seq, loop.nextTimer(), loop.timers());
        }
    }

    private void turn(Turn turn) {
        GuestContext guest = this.guest;
        if (guest == null || channel.isClosed()) {
            return;
        }
        try {
            turn.run(guest);
        } catch (PolyglotException e) {
            stop(e);
        }
    }

    // the engine gave the context up: without DONE the host ends the worker at its deadline
    private void stop(PolyglotException e) {
        System.err.println("session " + channel.session() + " stopped: " + e);
        channel.send(Kind.FAULT, e.isCancelled() || e.isResourceExhausted() ? TOO_DEEP : BROKEN);
        guest = null;
        loop.close();
    }

    private void dispose() {
        GuestContext guest = this.guest;
        if (guest != null) {
            guest.close();
        }
    }

    private interface Turn {
        void run(GuestContext guest);
    }
}
