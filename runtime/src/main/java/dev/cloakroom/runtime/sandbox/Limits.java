package dev.cloakroom.runtime.sandbox;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a mini program may use up before it is stopped. Immutable: each {@code with…} gives a copy. The defaults are
 * what a development machine and a phone can both bear. Unless its own line says otherwise, a program that goes
 * beyond a limit is ended, for all its users, with a reason that names the limit.
 */
public final class Limits {

    /** The default of every limit. */
    public static final Limits DEFAULT = new Limits();

    /** A compiler gets more memory and time than a program: it works on a whole package at once. */
    static final Limits COMPILER = DEFAULT.withTurn(Deadline.ofSeconds(120, 120))
        .withHeapMegabytes(768)
        .withFrameBytes(64 << 20);

    private Duration start = Duration.ofSeconds(60);
    private Deadline open = Deadline.ofSeconds(60, 20);
    private Deadline turn = Deadline.ofSeconds(30, 10);
    private int heapMegabytes = 128;
    private int frameBytes = 16 << 20;
    private int callsInFlight = 100;
    private int pages = 12;
    private int nodes = 50_000;
    private int consoleBytes = 1 << 20;

    private Limits() {}

    /** From the start of a worker process to its first word, and from there to the loaded program: 60 s each. */
    public Limits withStart(Duration start) {
        return with(copy -> copy.start = start);
    }

    /** The start of a session, the engine's cold start included: 60 s, 20 s of them at work. */
    public Limits withOpen(Deadline open) {
        return with(copy -> copy.open = open);
    }

    /** One event, reply or ping, promises included: 30 s, 10 s of them at work. Then the worker is killed. */
    public Limits withTurn(Deadline turn) {
        return with(copy -> copy.turn = turn);
    }

    /** The Java heap of a worker: 128 MB. */
    public Limits withHeapMegabytes(int heapMegabytes) {
        return with(copy -> copy.heapMegabytes = heapMegabytes);
    }

    /** The longest message that a worker may send: 16 MB. */
    public Limits withFrameBytes(int frameBytes) {
        return with(copy -> copy.frameBytes = frameBytes);
    }

    /** Host calls of one session that are not answered yet: 100. */
    public Limits withCallsInFlight(int callsInFlight) {
        return with(copy -> copy.callsInFlight = callsInFlight);
    }

    /** Open pages of one session: 12. WeChat allows ten. */
    public Limits withPages(int pages) {
        return with(copy -> copy.pages = pages);
    }

    /** Nodes in the tree of one page: 50,000. */
    public Limits withNodes(int nodes) {
        return with(copy -> copy.nodes = nodes);
    }

    /** Console output that is kept of one session: 1 MB. The rest is dropped, and a line says so. */
    public Limits withConsoleBytes(int consoleBytes) {
        return with(copy -> copy.consoleBytes = consoleBytes);
    }

    public Duration start() {
        return start;
    }

    public Deadline open() {
        return open;
    }

    public Deadline turn() {
        return turn;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    public int frameBytes() {
        return frameBytes;
    }

    public int callsInFlight() {
        return callsInFlight;
    }

    public int pages() {
        return pages;
    }

    public int nodes() {
        return nodes;
    }

    public int consoleBytes() {
        return consoleBytes;
    }

    private Limits with(Consumer<Limits> change) {
        var copy = new Limits();
        copy.start = start;
        copy.open = open;
        copy.turn = turn;
        copy.heapMegabytes = heapMegabytes;
        copy.frameBytes = frameBytes;
        copy.callsInFlight = callsInFlight;
        copy.pages = pages;
        copy.nodes = nodes;
        copy.consoleBytes = consoleBytes;
        change.accept(copy);
        return copy;
    }
}
