package dev.cloakroom.runtime.sandbox;

import java.time.Duration;

/**
 * What a mini program may use up before it is stopped.
 *
 * @param start from the start of a worker process to its first word
 * @param turn one event, reply or ping, promises included; a worker that is silent for longer is killed
 * @param heapMegabytes the Java heap of a worker
 * @param frameBytes the longest message that a worker may send
 * @param callsInFlight host calls of one session that are not answered yet
 * @param pages open pages of one session; WeChat allows ten
 * @param nodes nodes in the tree of one page
 * @param consoleBytes console output that is kept of one session; the rest is dropped, and a line says so
 */
public record Limits(
    Duration start,
    Duration turn,
    int heapMegabytes,
    int frameBytes,
    int callsInFlight,
    int pages,
    int nodes,
    int consoleBytes
) {
    /** What a development machine and a phone can both bear. */
    public static final Limits DEFAULT = new Limits(
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        128,
        16 << 20,
        100,
        12,
        50_000,
        1 << 20
    );

    /** A compiler gets more memory and time than a program: it works on a whole package at once. */
    public static final Limits COMPILER = new Limits(
        Duration.ofSeconds(60),
        Duration.ofSeconds(120),
        768,
        64 << 20,
        0,
        0,
        0,
        0
    );
}
