package dev.cloakroom.runtime.session;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFailed;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each user is in a process of their own, which ends with the last of their sessions. */
final class ProcessPerUser implements Processes {

    private final Supplier<ProgramProcess> starter;
    private final Map<UserId, Place> places = new HashMap<>();
    private volatile Runnable whenTaken = () -> {};
    private Place next;
    private boolean closed;

    /** @param starter starts a process with the program in it */
    ProcessPerUser(Supplier<ProgramProcess> starter) {
        this.starter = starter;
        this.next = new Place(starter);
    }

    @Override
    public Sandbox enter(UserId user) {
        Place place = taken(user);
        try {
            return place.process();
        } catch (RuntimeException e) {
            leave(user, new WorkerEnd.Closed());
            throw e;
        }
    }

    // the caller may be the thread on which the process ends, which must not wait for that
    @Override
    public void leave(UserId user, WorkerEnd why) {
        Thread.ofVirtual()
            .name("leaving")
            .start(() -> left(user, why));
    }

    private synchronized void left(UserId user, WorkerEnd why) {
        Place place = places.get(user);
        boolean wanted = why instanceof WorkerEnd.Closed;
        if (place != null && --place.sessions == 0 && wanted && !place.failed()) {
            places.remove(user);
            place.close();
        }
    }

    @Override
    public void onNeed(Runnable task) {
        whenTaken = task;
    }

    @Override
    public void preload(Function<Sandbox, Nobody> visit) {
        next().preload(visit, whenTaken);
    }

    private synchronized Place next() {
        return next;
    }

    @Override
    public synchronized void renew() {
        places.values().forEach(Place::renew);
    }

    @Override
    public synchronized Optional<Instant> restsUntil(UserId user) {
        return Optional.ofNullable(places.get(user)).flatMap(Place::restsUntil);
    }

    @Override
    public synchronized void close() {
        closed = true;
        places.values().forEach(Place::close);
        next.close();
    }

    private synchronized Place taken(UserId user) {
        if (closed) {
            throw new SandboxFailed(new WorkerEnd.Closed());
        }
        Place place = places.computeIfAbsent(user, _ -> takeNext());
        place.sessions++;
        return place;
    }

    private Place takeNext() {
        Place place = next;
        next = new Place(starter);
        whenTaken.run();
        return place;
    }

    /**
     * One user's process, started when it is asked for: users do not wait for one another. It stays after a failure,
     * so that a program that fails again and again rests in between.
     */
    private static final class Place {

        private final Supplier<ProgramProcess> starter;
        private int sessions;
        private @Nullable ProgramProcess process;
        private boolean closed;

        Place(Supplier<ProgramProcess> starter) {
            this.starter = starter;
        }

        synchronized Sandbox process() {
            return started().current();
        }

        synchronized void preload(Function<Sandbox, Nobody> visit, Runnable whenFailed) {
            if (!closed) {
                started().onFailure(whenFailed);
                started().preload(visit);
            }
        }

        private ProgramProcess started() {
            if (process == null) {
                process = starter.get();
            }
            return process;
        }

        synchronized boolean failed() {
            return process != null && process.failed();
        }

        synchronized Optional<Instant> restsUntil() {
            return process == null ? Optional.empty() : process.restsUntil();
        }

        synchronized void renew() {
            if (process != null) {
                process.renew();
            }
        }

        synchronized void close() {
            closed = true;
            if (process != null) {
                process.close();
            }
        }
    }
}
