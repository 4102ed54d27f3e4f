package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.time.Duration;
import java.util.List;
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
 * thread kills the process when a turn of any session outlasts its deadline.
 */
final class WorkerSandbox implements Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSandbox.class);
    private static final Duration WATCH = Duration.ofMillis(50);
    private static final int LOOKS_PER_SECOND = 20;

    private final Limits limits;
    private final Map<Integer, GuestSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger lastSession = new AtomicInteger();
    private final CompletableFuture<StandingWalls> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final CompletableFuture<WorkerEnd> ended;
    private final WorkerProcess process;
    private final ProcessorTime processor;
    private final ProcessorTime everything;
    private final ProcessorBudget budget;
    // of sessions that are over: some frames cross their end, a flood does not
    private final Traffic late;

    private WorkerSandbox(ProcessStarter starter, Launcher.Mode mode, Limits limits) {
        this.limits = limits;
        this.late = new Traffic(limits, System::nanoTime);
        this.process = WorkerProcess.start(starter, mode, limits, this::hear);
        this.processor = new ProcessorTime(process::processorTime);
        this.everything = new ProcessorTime(process::processorTime);
        this.budget = new ProcessorBudget(limits.processorPerMinute().toNanos(), System::nanoTime);
        this.ended = process.ended().thenApply(this::endAll);
    }

    /** As {@link #warm} and then {@link #load}. */
    static WorkerSandbox start(ProcessStarter starter, Limits limits, Doorkeeper doorkeeper, String load) {
        return warm(starter, Launcher.Mode.RUN, limits, doorkeeper).load(load);
    }

    /**
     * Starts a worker, which waits for a program.
     *
     * @throws SandboxFailed when it is not ready in time
     * @throws NotConfined when the doorkeeper would let no program in
     */
    static WorkerSandbox warm(ProcessStarter starter, Launcher.Mode mode, Limits limits, Doorkeeper doorkeeper) {
        var sandbox = new WorkerSandbox(starter, mode, limits);
        sandbox.checkWalls(doorkeeper);
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
        var session = new GuestSession(id, limits, process::send);
        sessions.put(id, session);
        // not by `ended`: a session that begins while the others are told would hear of the end from nobody
        if (process.ended().isDone()) {
            session.end(process.ended().join());
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

    private void checkWalls(Doorkeeper doorkeeper) {
        try {
            doorkeeper.check(await(ready, limits.start()));
        } catch (NotConfined e) {
            close();
            throw e;
        }
    }

    private <T> T await(CompletableFuture<T> word, Duration limit) {
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
        return word.join();
    }

    private void hear(Frame frame) {
        try {
            if (frame.session() == Frame.WORKER) {
                hearWorker(frame);
            } else {
                hearSession(frame);
            }
        } catch (LimitExceeded e) {
            stop(e);
        } catch (GuestMisbehaved e) {
            process.kill(new WorkerEnd.Killed("the program's process misbehaved: " + e.getMessage()));
        }
    }

    private void hearWorker(Frame frame) throws GuestMisbehaved {
        boolean first = switch (frame.kind()) {
            case READY -> ready.complete(StandingWalls.read(frame.json()));
            case LOADED -> loaded.complete(null);
            default -> throw new GuestMisbehaved("it sent " + frame.kind() + " for no session");
        };
        if (!first) {
            throw new GuestMisbehaved("it sent " + frame.kind() + " twice");
        }
    }

    private void hearSession(Frame frame) throws GuestMisbehaved {
        if (frame.session() < 0 || frame.session() > lastSession.get()) {
            throw new GuestMisbehaved("it spoke for a session that does not exist");
        }
        GuestSession session = sessions.get(frame.session());
        if (session == null) {
            late.arrived(frame);
        } else {
            session.hear(frame);
        }
    }

    private void watch() {
        for (int look = 0; !ended.isDone(); look++) {
            if (look % LOOKS_PER_SECOND == 0) {
                checkBudget();
            }
            sessions.values().removeIf(GuestSession::isOver);
            charge(sessions.values().stream().filter(GuestSession::working).toList());
            sessions.values().forEach(this::check);
            pause();
        }
    }

    // what several do at once cannot be told apart from outside: each is charged an equal share
    private void charge(List<GuestSession> working) {
        if (working.isEmpty()) {
            processor.rest();
        } else {
            long share = processor.spent() / working.size();
            working.forEach(session -> session.charge(share));
        }
    }

    private void checkBudget() {
        if (!budget.covers(everything.spent(), sessions.size())) {
            String most = limits.processorPerMinute().toMillis() + " ms of processor time a minute";
            stop(new LimitExceeded("processorPerMinute", "it used more than " + most));
        }
    }

    private void check(GuestSession session) {
        try {
            session.check();
            session.checkUp();
        } catch (LimitExceeded e) {
            stop(e);
        }
    }

    private void stop(LimitExceeded e) {
        process.kill(new WorkerEnd.Killed("the program was stopped: " + e.getMessage()));
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
