package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private static final int LINKS = 50;

    private final EventLoop loop = new EventLoop("test");
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void timersThatSetEachOther_leaveTheProcessorAloneInBetween() throws InterruptedException {
        long start = System.nanoTime();
        loop.execute(() -> chain(LINKS));
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();

        long least = (LINKS - 1) * EventLoop.SHORTEST_MILLIS;
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void timers_areCountedUntilTheyAreDueOrCancelled() throws InterruptedException {
        int[] counts = new int[3];
        loop.execute(() -> {
            loop.schedule(1, 3_600_000, () -> {});
            loop.schedule(2, 3_600_000, () -> {});
            counts[0] = loop.timers();
            loop.cancel(1);
            counts[1] = loop.timers();
            loop.schedule(3, 0, () -> {
                counts[2] = loop.timers();
                over.countDown();
            });
        });

        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(counts).containsExactly(2, 1, 1);
    }

    private void chain(int links) {
        if (links == 0) {
            over.countDown();
        } else {
            loop.schedule(links, 0, () -> chain(links - 1));
        }
    }
}
