package dev.cloakroom.runtime.server;

import java.time.Duration;

/**
 * What strangers and programs may use up of the HTTP API. Ten thousand addresses and programs are kept track of.
 *
 * @param callsPerSecond of one program in the long run
 * @param callsAtOnce of one program after a rest
 * @param failuresPerSecond failed authentications from one address (of IPv6: its first 64 bits) in the long run; they
 *     are not counted by program, as then a stranger could lock one out
 * @param failuresAtOnce failed authentications from one address after a rest
 * @param connections that are open at once
 * @param idle how long a connection may say nothing
 * @param bytesPerSecond how slow a request may come in the long run
 */
public record ApiLimits(
    double callsPerSecond,
    double callsAtOnce,
    double failuresPerSecond,
    double failuresAtOnce,
    int connections,
    Duration idle,
    int bytesPerSecond
) {
    public static final ApiLimits DEFAULT = new ApiLimits(100, 1_000, 1, 100, 1_000, Duration.ofSeconds(15), 200);

    /** A copy with other limits of calls. */
    public ApiLimits withCalls(double perSecond, double atOnce) {
        return new ApiLimits(perSecond, atOnce, failuresPerSecond, failuresAtOnce, connections, idle, bytesPerSecond);
    }

    /** A copy with other limits of failed authentications. */
    public ApiLimits withFailures(double perSecond, double atOnce) {
        return new ApiLimits(callsPerSecond, callsAtOnce, perSecond, atOnce, connections, idle, bytesPerSecond);
    }

    /** A copy with other limits of slowness. */
    public ApiLimits withSlowness(Duration idleTime, int slowest) {
        return new ApiLimits(
            callsPerSecond,
            callsAtOnce,
            failuresPerSecond,
            failuresAtOnce,
            connections,
            idleTime,
            slowest
        );
    }
}
