package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.host.request.GuestText;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.protocol.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One child JVM. One thread of the host reads its frames and hands them on in order; any thread may
 * send, and none waits for it. However it ends, {@link #ended} completes once, after the last frame.
 */
final class WorkerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int STDERR_BLOCK = 2_000;
    private static final long MAX_WAITING = 64L << 20;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Process process;
    private final Path folder;
    private final FrameReader in;
    private final Outbox out;
    private final AtomicReference<@Nullable WorkerEnd> verdict = new AtomicReference<>();
    private final CompletableFuture<WorkerEnd> ended = new CompletableFuture<>();
    private final AtExit atExit = new AtExit(this::close);

    private WorkerProcess(ProcessStarter.Started started, Limits limits) {
        this.process = started.process();
        this.folder = started.folder();
        this.in = new FrameReader(process.getInputStream(), Kind.Sender.WORKER, limits.frameBytes());
        this.out = new Outbox(new FrameWriter(process.getOutputStream()), MAX_WAITING);
    }

    static WorkerProcess start(ProcessStarter starter, Launcher.Mode mode, Limits limits, Consumer<Frame> frames) {
        try {
            var worker = new WorkerProcess(starter.start(mode, limits), limits);
            worker.inBackground("frames", () -> worker.read(frames));
            worker.inBackground("outbox", worker.out::drain);
            worker.inBackground("stderr", worker::drainErrors);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException("no worker process could be started", e);
        }
    }

    // platform threads: a virtual one that waits for a pipe keeps its carrier, and there are few of those
    private void inBackground(String what, Runnable task) {
        Thread.ofPlatform()
            .daemon()
            .name("worker-" + what + "-" + process.pid())
            .start(task);
    }

    CompletableFuture<WorkerEnd> ended() {
        return ended;
    }

    /** The processor time that it took so far; empty where the system does not tell, or when it is gone. */
    Optional<Duration> processorTime() {
        return process.info().totalCpuDuration();
    }

    /** Sends without waiting for the worker, or does nothing when it is gone: {@link #ended} tells. */
    void send(Frame frame) {
        if (!out.add(frame)) {
            kill(new WorkerEnd.Killed("the program's process does not read what the host says to it"));
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
            for (Frame frame = in.read(); frame != null && verdict.get() == null; frame = in.read()) {
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
        out.close();
        try {
            Folders.delete(folder);
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
                LOG.debug("worker {}: {}", process.pid(), readable(block, n));
            }
        } catch (IOException e) {
            LOG.debug("worker {}: {}", process.pid(), e.getMessage());
        }
    }

    // one line, whatever the worker wrote: it must not forge lines of the host's log
    private static String readable(byte[] block, int length) {
        return GuestText.visible(new String(block, 0, length, StandardCharsets.UTF_8), STDERR_BLOCK);
    }
}
