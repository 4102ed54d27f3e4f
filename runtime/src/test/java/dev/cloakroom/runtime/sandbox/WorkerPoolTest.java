package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real child processes that wait for programs. */
class WorkerPoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROGRAM = """
    {"appId":"","files":{"app.js":""},"json":{"app.json":{"pages":[]}},"wxss":{},"templates":"({})"}""";

    private final Queue<WarmWorker> started = new ConcurrentLinkedQueue<>();
    private final SandboxFactory factory = new SandboxFactory(new Launcher(), Limits.DEFAULT, false);

    @AfterEach
    void end() {
        started.forEach(WarmWorker::close);
    }

    @Test
    void preparedWorker_isTheOneThatTakesTheProgram() {
        try (var pool = new WorkerPool(this::start, 0)) {
            pool.prepare();
            pool.prepare();
            try (Sandbox sandbox = pool.start(PROGRAM)) {
                assertThat(started).hasSize(1);
                assertThat(sandbox.ended()).isNotDone();
            }
        }
    }

    @Test
    void takenWorker_isReplacedAndNeverGivenAgain() {
        try (var pool = new WorkerPool(this::start, 1); Sandbox first = pool.start(PROGRAM)) {
            await()
                .atMost(PATIENCE)
                .until(() -> started.size() == 2);
            try (Sandbox second = pool.start(PROGRAM)) {
                assertThat(second).isNotSameAs(first);
                assertThat(first.ended()).isNotDone();
            }
        }
    }

    @Test
    void workerThatEndedWhileItWaited_isPassedOver() {
        try (var pool = new WorkerPool(this::start, 0)) {
            pool.prepare();
            await()
                .atMost(PATIENCE)
                .until(() -> started.size() == 1);
            started.element().close();

            try (Sandbox sandbox = pool.start(PROGRAM)) {
                assertThat(sandbox.ended()).isNotDone();
            }
        }
    }

    @Test
    void workerThatFailedToStartWhenNobodyWaitedForIt_isPassedOver() {
        var fails = new AtomicBoolean(true);
        try (var pool = new WorkerPool(() -> fails.getAndSet(false) ? fail() : start(), 0)) {
            pool.prepare();
            try (Sandbox sandbox = pool.start(PROGRAM)) {
                assertThat(sandbox.ended()).isNotDone();
            }
        }
    }

    @Test
    void workerThatDoesNotStartForAProgram_isItsFailure() {
        try (var pool = new WorkerPool(WorkerPoolTest::fail, 0)) {
            assertThatThrownBy(() -> pool.start(PROGRAM)).isInstanceOf(SandboxFailed.class);
        }
    }

    @Test
    void close_endsTheWorkersThatWaitAndStartsNoMore() {
        var pool = new WorkerPool(this::start, 1);
        pool.prepare();
        pool.close();

        await()
            .atMost(PATIENCE)
            .until(() -> started.size() == 1 && !started.element().isAlive());
        assertThatThrownBy(() -> pool.start(PROGRAM)).isInstanceOf(IllegalStateException.class);
    }

    private static WarmWorker fail() {
        throw new SandboxFailed(new WorkerEnd.Exited(1));
    }

    private WarmWorker start() {
        WarmWorker worker = factory.warm();
        started.add(worker);
        return worker;
    }
}
