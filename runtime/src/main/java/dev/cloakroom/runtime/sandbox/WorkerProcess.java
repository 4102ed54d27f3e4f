package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.protocol.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One child JVM. One thread of the host reads its frames and hands them on in order; any thread may
 * write. However it ends, {@link #ended} completes once, after the last frame.
 */
final class WorkerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int STDERR_BLOCK = 2_000;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Process process;
    private final Path folder;
    private final FrameReader in;
    private final FrameWriter out;
    private final AtomicReference<@Nullable WorkerEnd> verdict = new AtomicReference<>();
    private final CompletableFuture<WorkerEnd> ended = new CompletableFuture<>();
    private final AtExit atExit = new AtExit(this::close);

    private WorkerProcess(ProcessStarter.Started started, Limits limits) {
        this.process = started.process();
        this.folder = started.folder();
        this.in = new FrameReader(process.getInputStream(), Kind.Sender.WORKER, limits.frameBytes());
        this.out = new FrameWriter(process.getOutputStream());
    }

    static WorkerProcess start(ProcessStarter starter, Launcher.Mode mode, Limits limits, Consumer<Frame> frames) {
        try {
            var worker = new WorkerProcess(starter.start(mode, limits), limits);
            Thread.ofPlatform()
                .daemon()
                .name("worker-frames-" + worker.process.pid())
                .start(() -> worker.read(frames));
            Thread.ofVirtual()
                .name("worker-stderr-" + worker.process.pid())
                .start(worker::drainErrors);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException("no worker process could be started", e);
        }
    }

    CompletableFuture<WorkerEnd> ended() {
        return ended;
    }

    /** Sends, or does nothing when the worker is gone: {@link #ended} tells. */
    void send(Frame frame) {
        try {
            out.write(frame);
        } catch (IOException e) {
            LOG.debug("worker {} does not read any more: {}", process.pid(), e.getMessage());
        }
    }

    /** Ends the process by its pid, whatever it is doing. The first reason stays. */
    void kill(WorkerEnd why) {
        verdict.compareAndSet(null, why);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill(new WorkerEnd.Closed());
        ended.join();
    }

    private void read(Consumer<Frame> frames) {
        try {
            for (Frame frame = in.read(); frame != null; frame = in.read()) {
                frames.accept(frame);
            }
        } catch (ProtocolException e) {
            kill(new WorkerEnd.Killed("the program's process broke the protocol: " + e.getMessage()));
        } catch (IOException e) {
            LOG.debug("worker {}: {}", process.pid(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("worker {}: a frame could not be handled", process.pid(), e);
            kill(new WorkerEnd.Killed("the host could not handle a message of the program"));
        } finally {
            finish();
        }
    }

    private void finish() {
        atExit.close();
        int status = exitStatus();
        WorkerEnd why = verdict.get();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("the folder {} of a worker stays behind: {}", folder, e.getMessage());
        }
        ended.complete(why == null ? new WorkerEnd.Exited(status) : why);
    }

    // a worker that closes its output and lives on has nothing left to say
    private int exitStatus() {
        try {
            if (!process.waitFor(GRACE)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that reads frames", e);
        }
    }

    // by blocks and not by lines: a line of the worker's may be endless
    private void drainErrors() {
        byte[] block = new byte[STDERR_BLOCK];
        try (InputStream errors = process.getErrorStream()) {
            for (int n = errors.read(block); n >= 0; n = errors.read(block)) {
                LOG.debug("worker {}: {}", process.pid(), new String(block, 0, n, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            LOG.debug("worker {}: {}", process.pid(), e.getMessage());
        }
    }
}
