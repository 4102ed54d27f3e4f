package dev.cloakroom.runtime.sandbox;

import java.util.function.LongSupplier;

/** How much may still come: so much at once, and so much a second. */
public final class Rate {

    private final double perSecond;
    private final double atOnce;
    private final LongSupplier nanoTime;
    private double left;
    private long last;

    /** @param nanoTime a clock that only goes forward */
    public Rate(double perSecond, double atOnce, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanoTime = nanoTime;
        this.left = atOnce;
        this.last = nanoTime.getAsLong();
    }

    /** Counts {@code amount}. False when it is too much; then it does not count. */
    public synchronized boolean allows(long amount) {
        boolean enough = has(amount);
        left -= enough ? amount : 0;
        return enough;
    }

    /** Whether {@link #allows} would say yes; counts nothing. */
    public synchronized boolean has(long amount) {
        long now = nanoTime.getAsLong();
        left = Math.min(atOnce, left + ((now - last) * perSecond) / 1e9);
        last = now;
        return left >= amount;
    }
}
