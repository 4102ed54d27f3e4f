package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens a small program of our own a few times and taps its button, so that the engine has seen the guest
 * library at work before a user comes. Its contexts are thrown away.
 */
final class WarmUp {

    private static final String RESOURCE = "/dev/cloakroom/guest/warm-up.json";
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern BUTTON = Pattern.compile("\\[\"l\",(\\d+),\"tap\"");

    private static final String OPEN = """
    {"seq":1,"launch":{"path":"","query":{"name":"program"},"scene":1001},"storage":{"visits":1},"device":{}}""";

    private final GuestLibrary library;
    private final int opens;
    private final int taps;

    /** @param taps after each of the opens */
    WarmUp(GuestLibrary library, int opens, int taps) {
        this.library = library;
        this.opens = opens;
        this.taps = taps;
    }

    void run(Spares spares) {
        LoadedProgram program = new ProgramReader(library).read(GuestLibrary.text(RESOURCE));
        for (int open = 1; open <= opens; open++) {
            new Visit(spares, program, open).run();
        }
    }

    /** One session of the warm-up program, whose frames stay here. */
    private final class Visit {

        private final int id;
        private final Session session;
        private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
        private @Nullable String button;

        Visit(Spares spares, LoadedProgram program, int id) {
            this.id = id;
            this.session = new Session(spares.take(), program, new HostChannel(frames::add, id));
        }

        void run() {
            turn(Kind.OPEN, OPEN);
            for (int tap = 2; tap < taps + 2; tap++) {
                turn(Kind.EVENT, tap(tap));
            }
            session.close();
        }

        private String tap(int seq) {
            return """
            {"seq":%d,"page":1,"node":%s,"type":"tap","detail":{"x":1,"y":1},"fields":{"touches":[]}}""".formatted(
                seq,
                button
            );
        }

        private void turn(Kind kind, String json) {
            session.take(new Frame(kind, id, json));
            for (Frame frame = next(); frame.kind() != Kind.DONE; frame = next()) {
                hear(frame);
            }
        }

        private void hear(Frame frame) {
            Matcher found = BUTTON.matcher(frame.json());
            if (frame.kind() == Kind.FAULT) {
                throw new IllegalStateException("the warm-up program failed: " + frame.json());
            }
            if (button == null && frame.kind() == Kind.OPS && found.find()) {
                button = found.group(1);
            }
        }

        private Frame next() {
            try {
                Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new IllegalStateException("the warm-up program says nothing");
                }
                return frame;
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the warm-up", e);
            }
        }
    }
}
