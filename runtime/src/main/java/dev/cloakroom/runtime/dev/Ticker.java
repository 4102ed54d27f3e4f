package dev.cloakroom.runtime.dev;

import java.time.Duration;

/** Does something every second until it is closed. */
final class Ticker implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Thread thread;

    Ticker(Runnable task) {
        thread = Thread.ofVirtual()
            .name("ticker")
            .start(() -> tick(task));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void tick(Runnable task) {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                task.run();
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }
}
