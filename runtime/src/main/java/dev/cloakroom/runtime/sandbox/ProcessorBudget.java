package dev.cloakroom.runtime.sandbox;

import java.util.function.LongSupplier;

/**
 * The processor time that a worker may take in the long run, whatever it says to be at. Each of its sessions adds an
 * equal share, and two minutes of it may be used at once. One thread at a time.
 */
final class ProcessorBudget {

    private static final double MINUTE_NANOS = 60e9;
    private static final int BURST_MINUTES = 2;

    private final long nanosPerMinute;
    private final LongSupplier nanoTime;
    private double left;
    private long last;

    /**
     * @param nanosPerMinute of one session
     * @param nanoTime a clock that only goes forward
     */
    ProcessorBudget(long nanosPerMinute, LongSupplier nanoTime) {
        this.nanosPerMinute = nanosPerMinute;
        this.nanoTime = nanoTime;
        this.left = (double) nanosPerMinute * BURST_MINUTES;
        this.last = nanoTime.getAsLong();
    }

    /** Takes what was spent; false when that is more than there was. */
    boolean covers(long spentNanos, int sessions) {
        double perMinute = (double) nanosPerMinute * Math.max(1, sessions);
        long now = nanoTime.getAsLong();
        left = Math.min(perMinute * BURST_MINUTES, left + (perMinute * (now - last)) / MINUTE_NANOS) - spentNanos;
        last = now;
        return left >= 0;
    }
}
