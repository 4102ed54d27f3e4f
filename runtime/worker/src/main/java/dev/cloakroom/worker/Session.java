package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/**
 * One user's run of the program. Frames and timers become turns on the session's own thread, one at a time: the
 * program's code, then its promises, then what they changed is sent, then {@code DONE}.
 */
final class Session {

    private static final String TOO_DEEP = "the program was stopped: its calls are nested too deep or it used too much";
    private static final String TOO_LONG = "the program was still at work here when its time was up";
    private static final String BROKEN = "the program was stopped: the guest library failed";

    private final GuestLibrary library;
    private final LoadedProgram program;
    private final HostChannel channel;
    private final EventLoop loop;
    private volatile @Nullable GuestContext guest;

    Session(GuestLibrary library, LoadedProgram program, HostChannel channel) {
        this.library = library;
        this.program = program;
        this.channel = channel;
        this.loop = new EventLoop("session-" + channel.session());
        loop.execute(this::start);
    }

    /** Queues a frame of the host. */
    void take(Frame frame) {
        loop.execute(() -> turn(guest -> answer(guest, frame)));
    }

    /** Has the code that runs say where it is, and end there. */
    void interrupt() {
        GuestContext guest = this.guest;
        if (guest != null) {
            Thread.ofPlatform().daemon().name("interrupting-session-" + channel.session()).start(guest::interrupt);
        }
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
        guest = new GuestContext(library, program, channel, loop, this::fire);
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
            channel.done(seq, loop.nextTimer());
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
        channel.fault(why(e), program.place(e));
        guest = null;
        loop.close();
    }

    private static String why(PolyglotException e) {
        if (e.isInterrupted()) {
            return TOO_LONG;
        }
        return e.isCancelled() || e.isResourceExhausted() ? TOO_DEEP : BROKEN;
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
