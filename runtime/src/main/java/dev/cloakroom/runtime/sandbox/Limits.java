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
    private Duration processorPerMinute = Duration.ofSeconds(30);
    private int heapMegabytes = 128;
    private int frameBytes = 16 << 20;
    private int messagesPerSecond = 5_000;
    private int charactersPerSecond = 8 << 20;
    private int operationsPerSecond = 20_000;
    private int storageWritesPerSecond = 100;
    private int timers = 10_000;
    private int callsInFlight = 100;
    private int callsQueued = 1_000;
    private int callCharacters = 32 << 20;
    private int recordedCallsPerMinute = 60;
    private int programBytes = 20 << 20;
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

    /**
     * Processor time of a worker in the long run, for each of its sessions: 30 s a minute, and twice as much at once.
     * It bounds what stays within its deadlines time after time. Not counted where the system does not tell it.
     */
    public Limits withProcessorPerMinute(Duration processorPerMinute) {
        return with(copy -> copy.processorPerMinute = processorPerMinute);
    }

    /** The Java heap of a worker: 128 MB. */
    public Limits withHeapMegabytes(int heapMegabytes) {
        return with(copy -> copy.heapMegabytes = heapMegabytes);
    }

    /** The longest message that a worker may send: 16 MB. */
    public Limits withFrameBytes(int frameBytes) {
        return with(copy -> copy.frameBytes = frameBytes);
    }

    /** Messages of one session: 5,000 a second, and ten times as many at once. */
    public Limits withMessagesPerSecond(int messagesPerSecond) {
        return with(copy -> copy.messagesPerSecond = messagesPerSecond);
    }

    /** Characters in the messages of one session: 8 M a second, and ten times as many at once. */
    public Limits withCharactersPerSecond(int charactersPerSecond) {
        return with(copy -> copy.charactersPerSecond = charactersPerSecond);
    }

    /** Operations on the pages of one session: 20,000 a second, and ten times as many at once. */
    public Limits withOperationsPerSecond(int operationsPerSecond) {
        return with(copy -> copy.operationsPerSecond = operationsPerSecond);
    }

    /**
     * Changes of what one session stores, each of which is made durable: 100 a second, and ten times as many at
     * once. How much may be stored is up to {@code ProgramStorage}.
     */
    public Limits withStorageWritesPerSecond(int storageWritesPerSecond) {
        return with(copy -> copy.storageWritesPerSecond = storageWritesPerSecond);
    }

    /** Timers of one session that are set: 10,000. The worker tells how many there are. */
    public Limits withTimers(int timers) {
        return with(copy -> copy.timers = timers);
    }

    /** Host calls of one session that are worked on at once: 100. Further ones wait. */
    public Limits withCallsInFlight(int callsInFlight) {
        return with(copy -> copy.callsInFlight = callsInFlight);
    }

    /** Host calls of one session that wait: 1,000. */
    public Limits withCallsQueued(int callsQueued) {
        return with(copy -> copy.callsQueued = callsQueued);
    }

    /** Characters in the host calls of one session that are worked on or wait, together: 32 M. */
    public Limits withCallCharacters(int callCharacters) {
        return with(copy -> copy.callCharacters = callCharacters);
    }

    /**
     * Host calls of one session that leave a record behind, refused ones too: 60 a minute, and as many at once.
     * Further ones are refused, and the program goes on.
     */
    public Limits withRecordedCallsPerMinute(int recordedCallsPerMinute) {
        return with(copy -> copy.recordedCallsPerMinute = recordedCallsPerMinute);
    }

    /** The files of a program, together: 20 MB. A larger program is not started. */
    public Limits withProgramBytes(int programBytes) {
        return with(copy -> copy.programBytes = programBytes);
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

    public Duration processorPerMinute() {
        return processorPerMinute;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    public int frameBytes() {
        return frameBytes;
    }

    public int messagesPerSecond() {
        return messagesPerSecond;
    }

    public int charactersPerSecond() {
        return charactersPerSecond;
    }

    public int operationsPerSecond() {
        return operationsPerSecond;
    }

    public int storageWritesPerSecond() {
        return storageWritesPerSecond;
    }

    public int timers() {
        return timers;
    }

    public int callsInFlight() {
        return callsInFlight;
    }

    public int callsQueued() {
        return callsQueued;
    }

    public int callCharacters() {
        return callCharacters;
    }

    public int recordedCallsPerMinute() {
        return recordedCallsPerMinute;
    }

    public int programBytes() {
        return programBytes;
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
        copy.processorPerMinute = processorPerMinute;
        copy.heapMegabytes = heapMegabytes;
        copy.frameBytes = frameBytes;
        copy.messagesPerSecond = messagesPerSecond;
        copy.charactersPerSecond = charactersPerSecond;
        copy.operationsPerSecond = operationsPerSecond;
        copy.storageWritesPerSecond = storageWritesPerSecond;
        copy.timers = timers;
        copy.callsInFlight = callsInFlight;
        copy.callsQueued = callsQueued;
        copy.callCharacters = callCharacters;
        copy.recordedCallsPerMinute = recordedCallsPerMinute;
        copy.programBytes = programBytes;
        copy.pages = pages;
        copy.nodes = nodes;
        copy.consoleBytes = consoleBytes;
        change.accept(copy);
        return copy;
    }
}
