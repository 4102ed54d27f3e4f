package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A worker that says what a test wants it to, over pipes: a compromised process that speaks the raw
 * protocol. To the host it is a process like any other.
 */
public final class ScriptedWorker implements AutoCloseable {

    private final PipedProcess process;
    private final FrameWriter out;
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
    private final WorkerSandbox sandbox;
    private volatile boolean reading = true;

    private ScriptedWorker(Limits limits, Path folder, boolean confinementRequired) throws IOException {
        process = new PipedProcess();
        out = new FrameWriter(process.toHost);
        says(Kind.READY, Frame.WORKER, "{}");
        says(Kind.LOADED, Frame.WORKER, "{}");
        Thread.ofPlatform().daemon().name("scripted-worker").start(this::hear);
        sandbox = WorkerSandbox.start(
            (_, _) -> new ProcessStarter.Started(process, folder),
            limits,
            new Doorkeeper(confinementRequired),
            "{}"
        );
    }

    /**
     * Starts one that takes any program.
     *
     * @param folder that the process would run in; the host deletes it at the end
     */
    public static ScriptedWorker start(Limits limits, Path folder) throws IOException {
        return start(limits, folder, false);
    }

    /** Starts one that says nothing of walls, to a host that may require them. */
    static ScriptedWorker start(Limits limits, Path folder, boolean confinementRequired) throws IOException {
        return new ScriptedWorker(limits, folder, confinementRequired);
    }

    /** What the host sees of it. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Sends a frame; a dead worker sends nothing. */
    public void says(Kind kind, int session, String json) {
        try {
            out.write(new Frame(kind, session, json));
        } catch (IOException e) {
            dead(e);
        }
    }

    /** Sends bytes that need be no frame. */
    public void writes(byte... bytes) {
        try {
            process.toHost.write(bytes);
        } catch (IOException e) {
            dead(e);
        }
    }

    /** Lets the process have used that much processor time in all; before, nobody knows. */
    public void used(Duration processorTime) {
        process.processorTime = Optional.of(processorTime);
    }

    /** Reads nothing any more: what the host says fills the pipe. */
    public void stopsReading() {
        reading = false;
    }

    /** Ends by itself, in the middle of a frame perhaps. */
    public void exits(int status) {
        process.end(status);
    }

    /** The next frame of that kind from the host; what comes before is skipped. */
    public ObjectNode hears(Kind kind) throws InterruptedException {
        for (Frame frame = hearsNext(); ; frame = hearsNext()) {
            if (frame.kind() == kind) {
                return Json.parseObject(frame.json()).orElseThrow();
            }
        }
    }

    /** The next frame from the host. */
    public Frame hearsNext() throws InterruptedException {
        Frame frame = heard.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("the host says nothing");
        }
        return frame;
    }

    private void hear() {
        var in = new FrameReader(process.fromHost, Kind.Sender.HOST, Integer.MAX_VALUE);
        try {
            for (Frame frame = in.read(); frame != null && reading; frame = in.read()) {
                heard.add(frame);
            }
        } catch (IOException e) {
            dead(e);
        }
    }

    private void dead(IOException e) {
        if (process.isAlive()) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private record Info(Optional<Duration> totalCpuDuration) implements ProcessHandle.Info {
        @Override
        public Optional<String> command() {
            return Optional.empty();
        }

        @Override
        public Optional<String> commandLine() {
            return Optional.empty();
        }

        @Override
        public Optional<String[]> arguments() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> startInstant() {
            return Optional.empty();
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }
    }

    /** A process that is nothing but its two pipes; its death closes them. */
    private static final class PipedProcess extends Process {

        private static final int KILLED = 137;

        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final Pipe down = Pipe.open();
        private final Pipe up = Pipe.open();
        final InputStream fromHost = Channels.newInputStream(down.source());
        final OutputStream toHost = Channels.newOutputStream(up.sink());

        volatile Optional<Duration> processorTime = Optional.empty();

        PipedProcess() throws IOException {}

        @Override
        public ProcessHandle.Info info() {
            return new Info(processorTime);
        }

        void end(int status) {
            exit.complete(status);
            try {
                up.sink().close();
                down.source().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public OutputStream getOutputStream() {
            return Channels.newOutputStream(down.sink());
        }

        @Override
        public InputStream getInputStream() {
            return Channels.newInputStream(up.source());
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return exit.join();
        }

        @Override
        public int exitValue() {
            if (!exit.isDone()) {
                throw new IllegalThreadStateException("still alive");
            }
            return exit.join();
        }

        @Override
        public void destroy() {
            end(KILLED);
        }

        @Override
        public Process destroyForcibly() {
            end(KILLED);
            return this;
        }

        @Override
        public boolean isAlive() {
            return !exit.isDone();
        }

        @Override
        public long pid() {
            return 0;
        }
    }
}
