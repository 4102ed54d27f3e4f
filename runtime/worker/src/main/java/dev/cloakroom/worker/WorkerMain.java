package dev.cloakroom.worker;

import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.compile.CompileMode;
import dev.cloakroom.worker.confine.Confinement;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The confined process. Frames on standard input and output are its only way in and out; it ends when its
 * input does. The one argument {@code compile} makes it a compiler of programs instead of a runner of one;
 * {@code train} has it do a little of both and end, so that the JVM learns what to keep in its cache.
 */
public final class WorkerMain {

    private static final int MAX_FRAME_BYTES = 64 << 20;

    private static final int OPENS = 3;
    private static final int TAPS = 10;

    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        FrameReader in = new FrameReader(new FileInputStream(FileDescriptor.in), Kind.Sender.HOST, MAX_FRAME_BYTES);
        FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        // whatever prints must not break the frames
        System.setOut(System.err);
        run(args, in, out);
    }

    private static void run(String[] args, FrameReader in, FrameWriter out) throws IOException {
        switch (String.join(" ", args)) {
            case "" -> runProgram(in, out);
            case "compile" -> CompileMode.run(in, out, Confinement::raise);
            case "train" -> Training.run();
            default -> throw new IllegalArgumentException("unknown mode `" + String.join(" ", args) + "`");
        }
    }

    private static void runProgram(FrameReader in, FrameWriter out) throws IOException {
        GuestLibrary library = new GuestLibrary();
        Rehearsal.of(library);
        Worker worker = new Worker(library, in, out).warmUp(new WarmUp(library, OPENS, TAPS));
        worker.run(Confinement.raise());
        // nothing here waits for a program: some of what it can do is not stopped by closing the engine
        System.exit(0);
    }
}
