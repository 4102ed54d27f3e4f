package dev.cloakroom.runtime.dev;

import java.time.Duration;

/** Does something again and again until it is closed. */
final class Ticker implements AutoCloseable {

    private final Thread thread;

    /** @param period from the end of one time to the next */
    Ticker(Duration period, Runnable task) {
        thread = Thread.ofVirtual()
            .name("ticker")
            .start(() -> tick(period, task));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void tick(Duration period, Runnable task) {
        try {
            while (true) {
                Thread.sleep(period);
                task.run();
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }
}
