package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sandbox that is a child process. Frames arrive on the process's one reading thread; a watchdog
 * thread kills the process when a turn of any session outlasts the limit.
 */
final class WorkerSandbox implements Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSandbox.class);
    private static final Duration WATCH = Duration.ofMillis(50);

    private final Limits limits;
    private final Map<Integer, GuestSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger lastSession = new AtomicInteger();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final CompletableFuture<WorkerEnd> ended;
    private final WorkerProcess process;

    private WorkerSandbox(ProcessStarter starter, Limits limits) {
        this.limits = limits;
        this.process = WorkerProcess.start(starter, Launcher.Mode.RUN, limits, this::hear);
        this.ended = process.ended().thenApply(this::endAll);
    }

    /** As {@link #warm} and then {@link #load}. */
    static WorkerSandbox start(ProcessStarter starter, Limits limits, String load) {
        return warm(starter, limits).load(load);
    }

    /**
     * Starts a worker, which waits for a program.
     *
     * @throws SandboxFailed when it is not ready in time
     */
    static WorkerSandbox warm(ProcessStarter starter, Limits limits) {
        var sandbox = new WorkerSandbox(starter, limits);
        sandbox.await(sandbox.ready, limits.start());
        return sandbox;
    }

    /**
     * Gives the worker its program, once.
     *
     * @param load the content of the {@code LOAD} frame
     * @throws SandboxFailed when the worker does not take it in time
     */
    WorkerSandbox load(String load) {
        process.send(Frame.toWorker(Kind.LOAD, load));
        await(loaded, limits.start());
        Thread.ofVirtual().name("worker-watchdog").start(this::watch);
        return this;
    }

    @Override
    public GuestSession session() {
        int id = lastSession.incrementAndGet();
        var session = new GuestSession(id, new Turns(limits.turn(), System::nanoTime), process::send);
        sessions.put(id, session);
        if (ended.isDone()) {
            session.end(ended.join());
        }
        return session;
    }

    @Override
    public CompletableFuture<WorkerEnd> ended() {
        return ended;
    }

    @Override
    public void close() {
        process.close();
        ended.join();
    }

    private void await(CompletableFuture<Void> word, Duration limit) {
        try {
            CompletableFuture.anyOf(word, ended).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            process.kill(
                new WorkerEnd.Killed("the program's process did not start within " + limit.toSeconds() + " s")
            );
        }
        if (!word.isDone()) {
            throw new SandboxFailed(ended.join());
        }
    }

    private void hear(Frame frame) {
        try {
            if (frame.session() == Frame.WORKER) {
                hearWorker(frame);
            } else {
                hearSession(frame);
            }
        } catch (GuestMisbehaved e) {
            process.kill(new WorkerEnd.Killed("the program's process misbehaved: " + e.getMessage()));
        }
    }

    private void hearWorker(Frame frame) throws GuestMisbehaved {
        CompletableFuture<Void> word = switch (frame.kind()) {
            case READY -> ready;
            case LOADED -> loaded;
            default -> throw new GuestMisbehaved("it sent " + frame.kind() + " for no session");
        };
        if (!word.complete(null)) {
            throw new GuestMisbehaved("it sent " + frame.kind() + " twice");
        }
    }

    private void hearSession(Frame frame) throws GuestMisbehaved {
        if (frame.session() < 0 || frame.session() > lastSession.get()) {
            throw new GuestMisbehaved("it spoke for a session that does not exist");
        }
        GuestSession session = sessions.get(frame.session());
        if (session != null) {
            ObjectNode body = Json.parseObject(frame.json()).orElseThrow(() ->
                new GuestMisbehaved("its " + frame.kind() + " frame is no JSON object")
            );
            session.hear(frame.kind(), body);
        }
    }

    private void watch() {
        while (!ended.isDone()) {
            sessions.values().removeIf(GuestSession::isOver);
            for (GuestSession session : sessions.values()) {
                session.overdue().ifPresent(this::stop);
                session.checkUp();
            }
            pause();
        }
    }

    private void stop(String what) {
        String limit = limits.turn().toMillis() + " ms";
        process.kill(new WorkerEnd.Killed("the program did not finish within " + limit + " and was stopped " + what));
    }

    private static void pause() {
        try {
            Thread.sleep(WATCH);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a watchdog", e);
        }
    }

    private WorkerEnd endAll(WorkerEnd why) {
        sessions.values().forEach(session -> end(session, why));
        return why;
    }

    // one listener that breaks must not keep the others from hearing, nor whoever waits for the end
    private static void end(GuestSession session, WorkerEnd why) {
        try {
            session.end(why);
        } catch (RuntimeException e) {
            LOG.error("a listener could not take the end of its session", e);
        }
    }
}
