package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.ScriptedWorker;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker that was taken over and speaks the raw protocol: it dies for it, and nobody else does. */
class UserSessionTest {

    private final Queue<String> console = new ConcurrentLinkedQueue<>();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waits = new AtomicInteger();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private ProgramStorage storage;
    private ScriptedWorker worker;
    private ScriptedWorker other;
    private UserSession session;
    private UserSession bystander;

    @BeforeEach
    void openASessionInEachOfTwoPrograms() throws Exception {
        storage = new ProgramStorage(folder.resolve("storage"));
        worker = ScriptedWorker.start(Excess.LIMITS, Files.createDirectory(folder.resolve("worker")));
        other = ScriptedWorker.start(Excess.LIMITS, Files.createDirectory(folder.resolve("other")));
        session = open(worker, "lin");
        bystander = open(other, "wei");
    }

    @AfterEach
    void close() throws IOException {
        answer.countDown();
        worker.close();
        other.close();
        storage.close();
    }

    static Stream<Arguments> misbehaviour() {
        return Stream.of(
            Excess.script("it sent READY for a session", w -> w.says(Kind.READY, 1, "{}")),
            Excess.script("it sent COMPILED for a session", w -> w.says(Kind.COMPILED, 1, "{}")),
            Excess.script("it told what it reads, and nobody asked", w -> w.says(Kind.READS, 1, "{\"reads\": []}")),
            Excess.script("it sent LOADED twice", w -> w.says(Kind.LOADED, 0, "{}")),
            Excess.script("it sent CALL for no session", w -> w.says(Kind.CALL, 0, "{\"id\": 1}")),
            Excess.script("it spoke for a session that does not exist", w -> w.says(Kind.LOG, 2, "{}")),
            Excess.script("it spoke for a session that does not exist", w -> w.says(Kind.LOG, -1, "{}")),
            Excess.script("its LOG frame is no JSON object", w -> w.says(Kind.LOG, 1, "[]")),
            Excess.script("its LOG frame is no JSON object", w -> w.says(Kind.LOG, 1, "{\"text\": ")),
            Excess.script("its LOG frame is no JSON object", w -> w.says(Kind.LOG, 1, "[".repeat(5_000))),
            Excess.script("a page takes a number that was used before", w -> {
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"a\"}");
                w.says(Kind.PAGE, 1, "{\"op\": \"close\", \"page\": 1}");
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"b\"}");
            }),
            Excess.script("it named a page that is not open", w -> {
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"a\"}");
                w.says(Kind.PAGE, 1, "{\"op\": \"close\", \"page\": 1}");
                w.says(Kind.OPS, 1, "{\"page\": 1, \"ops\": [[\"c\", 1, \"root\", \"page\"]]}");
            }),
            Excess.script("there is no page operation `run`", w -> {
                w.says(Kind.PAGE, 1, "{\"op\": \"open\", \"page\": 1, \"path\": \"a\"}");
                w.says(Kind.OPS, 1, "{\"page\": 1, \"ops\": [[\"c\", 1, \"root\", \"page\"], [\"run\", 1]]}");
            }),
            Excess.script("a host call takes a number that was used before", w -> {
                w.says(Kind.CALL, 1, "{\"id\": 1, \"api\": \"echo\", \"args\": {}}");
                w.says(Kind.CALL, 1, "{\"id\": 1, \"api\": \"echo\", \"args\": {}}");
            }),
            Excess.script("it ended a turn that nobody began", w -> w.says(Kind.DONE, 1, "{\"seq\": 77}")),
            Excess.script("it did something to its storage that cannot be done", w ->
                w.says(Kind.STORE, 1, "{\"op\": \"read\", \"key\": \"a\"}")
            ),
            Excess.script("broke the protocol: a frame of 65541 bytes", w ->
                w.says(Kind.LOG, 1, " ".repeat(Excess.FRAME_BYTES))
            ),
            Excess.script("broke the protocol: a frame of 2147483647 bytes", w ->
                w.writes(bytes(0x7f, 0xff, 0xff, 0xff))
            ),
            Excess.script("broke the protocol: a frame of -1 bytes", w -> w.writes(bytes(0xff, 0xff, 0xff, 0xff))),
            Excess.script("broke the protocol: no frame of kind 63 comes from the WORKER", w ->
                w.writes(bytes(0, 0, 0, 7, '?', 0, 0, 0, 1, '{', '}'))
            ),
            Excess.script("broke the protocol: no frame of kind 69 comes from the WORKER", w ->
                w.writes(bytes(0, 0, 0, 7, 'E', 0, 0, 0, 1, '{', '}'))
            ),
            Excess.script("broke the protocol: a frame that is not UTF-8", w ->
                w.writes(bytes(0, 0, 0, 7, 'g', 0, 0, 0, 1, 0xc0, 0x80))
            ),
            Excess.script("broke the protocol: the stream ended inside a frame", w -> {
                w.writes(bytes(0, 0, 0, 9, 'g', 0, 0));
                w.exits(0);
            })
        );
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviour")
    @MethodSource("dev.cloakroom.runtime.session.Excess#scripts")
    void misbehaviour_endsTheWorkerWithAReasonAndTheHostGoesOn(String reason, Consumer<ScriptedWorker> script)
        throws Exception {
        script.accept(worker);

        WorkerEnd end = worker.sandbox().ended().get(10, TimeUnit.SECONDS);

        assertThat(end).isInstanceOf(WorkerEnd.Killed.class);
        assertThat(end.message()).contains(reason);
        assertThat(session.end()).contains(end);
        assertThat(problems).containsExactly("lin: " + end.message());
        assertLives(other, bystander, "wei");
    }

    @Test
    void openedSession_hearsOfItsPageItsStorageAndTheCannedDevice() throws Exception {
        storage.set("mei", "basket", Json.object().put("tea", 2));

        var opened = open(worker, "mei", "pages/a/a?table=7");

        assertThat(worker.hears(Kind.OPEN).at("/launch/path").asText()).isEmpty();
        ObjectNode open = worker.hears(Kind.OPEN);
        assertThat(open.at("/launch/path").asText()).isEqualTo("pages/a/a");
        assertThat(open.at("/launch/query/table").asText()).isEqualTo("7");
        assertThat(open.at("/storage/basket/tea").asInt()).isEqualTo(2);
        assertThat(open.at("/device/brand").asText()).isEqualTo("cloakroom");
        assertThat(opened.end()).isEmpty();
    }

    @Test
    void floodOfConsoleLines_isCutOffAndTheSessionGoesOn() throws Exception {
        String line = "{\"level\": \"log\", \"text\": \"" + "x".repeat(100) + "\", \"at\": \"\"}";
        for (int i = 0; i < 20_000; i++) {
            worker.says(Kind.LOG, 1, line);
        }

        assertLives(worker, session, "lin");
        assertThat(console.stream().mapToInt(String::length).sum()).isLessThan(2 * Excess.CONSOLE);
        assertThat(console).contains("lin: the console is full: what follows is dropped");
    }

    @Test
    void floodOfPlacesAndErrors_isCutOffToo() throws Exception {
        String place = "y".repeat(1_000);
        for (int i = 0; i < 1_000; i++) {
            worker.says(Kind.LOG, 1, "{\"level\": \"log\", \"text\": \"\", \"at\": \"" + place + "\"}");
            worker.says(Kind.FAULT, 1, "{\"message\": \"" + place + "\", \"stack\": \"\", \"at\": \"" + place + "\"}");
        }

        assertLives(worker, session, "lin");
        assertThat(console.size()).isLessThan(Excess.CONSOLE / place.length() + 3);
        assertThat(problems.size()).isLessThan(Excess.CONSOLE / place.length() + 3);
    }

    @Test
    void valueThatIsTooBig_isNotStoredAndTheProgramIsTold() throws Exception {
        String key = "k";
        String big = "[" + "0,".repeat(30_000) + "0]";
        for (int i = 0; i < 400; i++) {
            worker.says(Kind.STORE, 1, "{\"op\": \"set\", \"key\": \"" + key + i + "\", \"value\": " + big + "}");
        }

        assertLives(worker, session, "lin");
        assertThat(console).anyMatch(line -> line.startsWith("lin: setStorage:fail"));
        assertThat(storage.snapshot("lin")).containsKey("k0").doesNotContainKey("k399");
        assertThat(storage.snapshot("wei")).isEmpty();
    }

    @Test
    void closedSession_isNotHeardAnyMore() throws Exception {
        session.close();
        worker.says(Kind.LOG, 1, "{\"level\": \"log\", \"text\": \"late\"}");
        worker.says(Kind.PAGE, 1, "{\"op\": \"nonsense\"}");
        var next = open(worker, "mei");

        assertLives(worker, 2, next, "mei");
        assertThat(console).doesNotContain("lin: late");
        assertThat(session.end()).contains(new WorkerEnd.Closed());
    }

    @Test
    void floodForASessionThatIsOver_endsTheWorkerAllTheSame() throws Exception {
        session.close();
        await().until(() -> session.end().isPresent());
        Excess.repeat(100_000, _ -> worker.says(Kind.LOG, 1, "{}"));

        assertThat(worker.sandbox().ended().get(10, TimeUnit.SECONDS).message()).contains("messagesPerSecond");
        assertLives(other, bystander, "wei");
    }

    @Test
    void whatFollowsTheMisbehaviour_isNotHeard() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var frames = new FrameWriter(bytes);
        frames.write(new Frame(Kind.READY, 1, "{}"));
        frames.write(new Frame(Kind.LOG, 1, "{\"level\": \"log\", \"text\": \"still here\"}"));
        worker.writes(bytes.toByteArray());

        worker.sandbox().ended().get(10, TimeUnit.SECONDS);

        assertThat(console).isEmpty();
    }

    @Test
    void callThatWaitsForAnother_isNotMadeWhenTheSessionIsOver() throws Exception {
        Excess.repeat(Excess.CALLS, i ->
            worker.says(Kind.CALL, 1, "{\"id\": " + i + ", \"api\": \"wait\", \"args\": {}}")
        );
        worker.says(Kind.CALL, 1, "{\"id\": 10, \"api\": \"echo\", \"args\": {}}");
        await().until(() -> !session.idle() && waits.get() == Excess.CALLS);
        worker.says(Kind.LOG, 1, "{\"level\": \"log\", \"text\": \"after the calls\"}");
        await().until(() -> !console.isEmpty());

        session.close();
        answer.countDown();

        await().until(() -> answered.size() == Excess.CALLS);
        assertThat(answered).containsOnly("wait");
    }

    @Test
    void endedSession_takesNoMemoryForWhatItStored() throws Exception {
        worker.says(Kind.STORE, 1, "{\"op\": \"set\", \"key\": \"k\", \"value\": 1}");
        assertLives(worker, session, "lin");

        session.close();

        try (Stream<Path> journals = Files.list(folder.resolve("storage"))) {
            for (Path journal : journals.toList()) {
                Files.delete(journal);
            }
        }
        assertThat(storage.snapshot("lin")).isEmpty();
    }

    @Test
    void uninstalledProgram_hasNoSessionOfTheUserLeft() throws Exception {
        var program = program(worker);
        var theirs = program.open(new UserId("mei"), "");
        var others = program.open(new UserId("tao"), "");

        program.closeSessionsOf(new UserId("mei"));

        assertThat(theirs.end()).contains(new WorkerEnd.Closed());
        assertLives(worker, 3, others, "tao");
    }

    @Test
    void workerThatExits_endsItsSessionsWithTheReason() throws Exception {
        worker.exits(3);

        worker.sandbox().ended().get(10, TimeUnit.SECONDS);

        assertThat(session.end()).contains(new WorkerEnd.Exited(3));
        assertThat(problems).containsExactly("lin: the program used up its memory");
        assertLives(other, bystander, "wei");
    }

    private void assertLives(ScriptedWorker lively, UserSession of, String user) throws Exception {
        assertLives(lively, 1, of, user);
    }

    /** A call that is answered, and a page that shows, are signs of life. */
    private void assertLives(ScriptedWorker lively, int number, UserSession of, String user) throws Exception {
        lively.says(Kind.CALL, number, "{\"id\": 1000, \"api\": \"echo\", \"args\": {\"for\": \"" + user + "\"}}");
        assertThat(lively.hears(Kind.REPLY).at("/value/for").asText()).isEqualTo(user);
        lively.says(Kind.PAGE, number, "{\"op\": \"open\", \"page\": 1000, \"path\": \"alive\"}");
        lively.says(Kind.PAGE, number, "{\"op\": \"show\", \"page\": 1000}");
        await().until(() -> of.pages().visible() == 1000);
        assertThat(of.end()).isEmpty();
    }

    private UserSession open(ScriptedWorker in, String user) {
        return open(in, user, "");
    }

    private UserSession open(ScriptedWorker in, String user, String url) {
        return program(in).open(new UserId(user), url);
    }

    private RunningProgram program(ScriptedWorker in) {
        return new RunningProgram(
            Isolation.SHARED,
            in::sandbox,
            Programs.PROGRAM,
            Programs.MANIFEST,
            storage,
            new ApiRegistry(List.of(new Echo(), new Wait(answer, waits))),
            new Heard(console, problems, answered),
            Excess.LIMITS,
            new SettableClock(),
            HeadStarts.none(folder, new SettableClock())
        );
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private record Heard(Queue<String> console, Queue<String> problems, Queue<String> answered) implements Observer {
        @Override
        public void console(String user, String level, String text, String at) {
            console.add(user + ": " + text + at);
        }

        @Override
        public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
            answered.add(api);
        }

        @Override
        public void problem(String user, String message, String at) {
            problems.add(user + ": " + message);
        }
    }

    private record Echo() implements WxApi {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public ApiResult call(ApiCall call) {
            return new ApiResult.Ok(call.args());
        }
    }

    private record Wait(CountDownLatch until, AtomicInteger waits) implements WxApi {
        @Override
        public String name() {
            return "wait";
        }

        @Override
        public ApiResult call(ApiCall call) {
            try {
                waits.incrementAndGet();
                until.await();
                return ApiResult.ok();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
