package dev.cloakroom.runtime.session;

import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Low limits, and for each of them a worker that goes beyond it. */
final class Excess {

    static final int FRAME_BYTES = 64 << 10;
    static final int CALLS = 5;
    private static final String LONG = "x".repeat(60_000);
    private static final int WAITING = 30;
    static final int CONSOLE = 10_000;
    static final Limits LIMITS = Limits.DEFAULT.withFrameBytes(FRAME_BYTES)
        .withMessagesPerSecond(3_000)
        .withCharactersPerSecond(3 << 20)
        .withOperationsPerSecond(1_000)
        .withStorageWritesPerSecond(50)
        .withTimers(20)
        .withCallsInFlight(CALLS)
        .withCallsQueued(WAITING)
        .withCallCharacters(1 << 20)
        .withPages(3)
        .withNodes(100)
        .withConsoleBytes(CONSOLE);

    private Excess() {}

    static Stream<Arguments> scripts() {
        return Stream.of(
            script("(limit `callsQueued`)", w ->
                repeat(CALLS + WAITING + 1, i ->
                    w.says(Kind.CALL, 1, "{\"id\": " + i + ", \"api\": \"wait\", \"args\": {}}")
                )
            ),
            script("(limit `callCharacters`)", w ->
                repeat(20, i -> w.says(Kind.CALL, 1, "{\"id\": " + i + ", \"api\": \"wait\", \"a\": \"" + LONG + "\"}"))
            ),
            script("it sent more than 3000 messages a second (limit `messagesPerSecond`)", w ->
                repeat(40_000, _ -> w.says(Kind.LOG, 1, "{}"))
            ),
            script("(limit `charactersPerSecond`)", w ->
                repeat(700, _ -> w.says(Kind.LOG, 1, "{\"level\": \"" + LONG + "\"}"))
            ),
            script("(limit `operationsPerSecond`)", w -> {
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"a\"}");
                w.says(Kind.OPS, 1, "{\"page\": 1, \"ops\": [[\"c\", 1, \"root\", \"page\"]]}");
                String thousand = "[\"cc\", 1], ".repeat(999) + "[\"cc\", 1]";
                repeat(30, _ -> w.says(Kind.OPS, 1, "{\"page\": 1, \"ops\": [" + thousand + "]}"));
            }),
            script("(limit `storageWritesPerSecond`)", w ->
                repeat(10_000, _ -> w.says(Kind.STORE, 1, "{\"op\": \"remove\", \"key\": \"a\"}"))
            ),
            script("it set more than 20 timers (limit `timers`)", w ->
                w.says(Kind.DONE, 1, "{\"seq\": 1, \"timer\": 5, \"timers\": 21}")
            ),
            script("it opened more than 3 pages (limit `pages`)", w ->
                repeat(4, i -> w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": " + i + ", \"path\": \"a\"}"))
            ),
            script("a page has more than 100 nodes (limit `nodes`)", w -> {
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"a\"}");
                repeat(101, i -> w.says(Kind.OPS, 1, "{\"page\": 1, \"ops\": [[\"c\", " + i + ", \"e\", \"view\"]]}"));
            })
        );
    }

    /** @param reason a part of what the host says about it */
    static Arguments script(String reason, Consumer<ScriptedWorker> says) {
        return Arguments.of(reason, says);
    }

    static void repeat(int times, IntConsumer what) {
        IntStream.rangeClosed(1, times).forEach(what);
    }
}
