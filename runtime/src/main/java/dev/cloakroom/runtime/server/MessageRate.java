package dev.cloakroom.runtime.server;

import java.util.function.LongSupplier;

/** How many messages a connection may still send: so many at once, and so many a second. */
final class MessageRate {

    static final int AT_ONCE = 500;
    static final int A_SECOND = 200;

    private final LongSupplier nanoTime;
    private double left = AT_ONCE;
    private long last;

    MessageRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Counts a message. False when it is one too many. */
    synchronized boolean allows() {
        long now = nanoTime.getAsLong();
        left = Math.min(AT_ONCE, left + ((now - last) * (double) A_SECOND) / 1e9);
        last = now;
        boolean enough = left >= 1;
        left -= enough ? 1 : 0;
        return enough;
    }
}
